/** The words the archive is written with: our own, enough of them that its text compresses as written English does. */

const list = (words: string): string[] => words.split('|').map((word) => word.trim());

/** What an article is about; the things are what its people have to do with. */
export const subjects: { name: string; places: string[]; things: string[] }[] = [
  {
    name: 'Harbour',
    places: list('the north quay|the breakwater|the old customs shed|the pilot station|the fish hall|the dry dock'),
    things: list(
      'tide table|mooring fee|dredging plan|ferry ramp|lighthouse|crane|cargo manifest|slipway|fishing fleet|harbour wall|buoy|net store|rescue boat|fuel jetty|landing quota',
    ),
  },
  {
    name: 'Library',
    places: list('the reading room|the branch on Mill Lane|the map cellar|the children’s corner|the bindery'),
    things: list(
      'card catalogue|lending desk|newspaper archive|mobile library|late fee|manuscript|reading lamp|book club|shelf mark|local history box|photograph album|donated atlas|quiet hour|membership form',
    ),
  },
  {
    name: 'Transport',
    places: list('the bus depot|the ring road|platform four|the tram loop|the level crossing|the night garage'),
    things: list(
      'timetable|night bus|ticket machine|bus lane|tram line|cycle path|signal box|season pass|footbridge|driver rota|shelter|route map|parking scheme|electric engine|fare zone',
    ),
  },
  {
    name: 'Schools',
    places: list('the village school|the science block|the canteen|the sports field|the staff room|the music hut'),
    things: list(
      'exam paper|school meal|reading scheme|class list|science prize|term date|playground|teaching post|homework club|entrance test|choir|chess board|walking bus|allotment|laboratory',
    ),
  },
  {
    name: 'River',
    places: list('the weir|the water meadow|the lower lock|the gauging station|the towpath|the salt marsh'),
    things: list(
      'flood map|fish ladder|sluice gate|water sample|otter survey|river bank|pumping station|rain gauge|willow hedge|drainage board|canal boat|reed bed|storm drain|embankment',
    ),
  },
  {
    name: 'Market',
    places: list('the covered market|the corn exchange|the Saturday stalls|the cheese row|the auction yard'),
    things: list(
      'stall licence|price board|honey jar|apple harvest|delivery van|grain store|weighing scale|opening hour|bread oven|seed catalogue|craft fair|cash till|potato crop|spice merchant|cold store',
    ),
  },
  {
    name: 'Museum',
    places: list('the east gallery|the print workshop|the glass court|the conservation studio|the basement store'),
    things: list(
      'oil portrait|type case|hand press|visitor book|clay tablet|ship model|entrance fee|guided tour|display case|copper plate|catalogue entry|tapestry|loan agreement|restored clock|coin hoard',
    ),
  },
  {
    name: 'Health',
    places: list('the cottage hospital|the walk-in clinic|the pharmacy counter|the children’s ward|the day centre'),
    things: list(
      'waiting list|blood test|night shift|hearing aid|vaccination record|district nurse|repeat prescription|ambulance crew|eye test|ramp|appointment letter|physiotherapy class|milk bank|care plan',
    ),
  },
  {
    name: 'Energy',
    places: list('the substation|the wind farm|the old gasworks|the boiler house|the solar field'),
    things: list(
      'heat pump|power line|electricity bill|insulation grant|meter reading|battery store|wood chip boiler|grid connection|roof panel|turbine blade|street lamp|district heating pipe|repair crew|carbon budget',
    ),
  },
  {
    name: 'Sky',
    places: list('the hill observatory|the radio mast|the weather office|the planetarium|the launch field'),
    things: list(
      'mirror|star chart|weather balloon|dark sky reserve|barometer|meteor shower|telescope dome|cloud atlas|lightning map|comet|sunspot drawing|lens grinder|satellite dish|frost warning',
    ),
  },
];

export const people = list(
  'the harbour master|a retired engineer|two councillors|the head teacher|her deputy|the youngest apprentice|a neighbour|the auditor|several residents|the night porter|a visiting scholar|the committee|an inspector|the town clerk|his sister|a local historian|the project manager|volunteers|a former minister|the caretaker|one of the drivers|the head gardener|an elderly couple|the accountant|a student of geology|most shopkeepers|the union|the surveyor|a dozen families|the cook|the planning office|an independent panel|the coroner|the foreman|three sisters from the valley|the parish|a translator|the archivist',
);

export const actions = list(
  'repaired|measured|refused to sign for|photographed|moved|paid for|argued about|described|counted|inherited|borrowed|painted over|replaced|found a use for|lost sight of|insured|defended|drew up|gave away|reopened|mistrusted|admired|catalogued|delayed|promised to restore|asked about|voted against|rebuilt|tested|advertised|ignored|complained about|wrote to a newspaper about|rescued|sold|lent out|set aside money for|cleaned|remembered|quietly dropped|took apart|agreed on|published figures on|kept a diary of|misread',
);

export const qualities = list(
  'old|modest|expensive|half-finished|reliable|unpopular|forgotten|temporary|handsome|second|rusty|new|public|experimental|well-made|borrowed|disputed|narrow|cheaper|generous|faded|official|noisy|original|shared|winter|careful|unusual|enormous|battered|plain|promising|costly|missing|local',
);

export const times = list(
  'On a wet Tuesday in March|Before the war|Last autumn|For eleven years|Early one morning|By the end of the decade|After the second meeting|Within a week|In the summer of 1987|When the money ran out|At first light|Twice a year|During the strike|Some months later|Until recently|On the last day of term|Since the flood|As the snow melted|Between Easter and Whitsun|A generation ago|Towards evening|In an ordinary year|Not long afterwards|At the height of the season|Over the following winter',
);

export const reasons = list(
  'nobody had asked the people who use it|the figures did not add up|it was the only one of its kind|the weather would not wait|an older promise had to be kept|spare parts could no longer be had|the law had changed in the meantime|there was no other way across|it reminded them of home|the first estimate had been far too low|children learn faster than committees|somebody had to begin|the alternative was to close|a small mistake had been copied for years|the roof was about to fall in|the view from there explains everything|a neighbouring town had tried it already|it cost less than another report|no two accounts agreed|the keys had been mislaid|habit is stronger than advice|it could be done in an afternoon',
);

export const remarks = list(
  'That is harder than it sounds.|The reply came within a day.|Nobody was hurt.|It is a question of patience.|There were a few objections.|Opinions differ.|Few noticed at the time.|The records are incomplete.|It rained, of course.|Not everybody was pleased.|Some of this can be checked.|What followed was less orderly.|The sum is not large.|Others tell it differently.|It worked.|For a while, it seemed enough.|The answer surprised both sides.|Here the trail goes cold.|Nothing in the minutes explains it.|They began again.',
);

export const sayings = list(
  'said|explained|insisted|wrote later|admitted|told the meeting|recalled|suggested|warned|noted in a letter|repeated|believed',
);

export const joiners = list('and|but|while|so|although|even though|because|whereas|after which|just as');

export const headings = list(
  'What was agreed|The view from the ground|A matter of money|How it began|Who decides|The long wait|Counting the cost|What the records say|An unlikely ally|Second thoughts|The next ten years|Where it went wrong|A day at work|What remains to be done|The other side|A test of patience|Lessons from abroad|In their own words',
);

export const firstNames = list(
  'Amal|Beatrix|Conrad|Dilnoza|Edwin|Farida|Gareth|Hana|Ilya|Jovana|Kwame|Leonie|Mirza|Noor|Odile|Pavel|Quirin|Ruta|Stellan|Tamsin|Ugo|Vesna|Wilhelmina|Yusuf|Zofia',
);

export const lastNames = list(
  'Adeyemi|Blackwood|Cardoso|Dlamini|Ekström|Ferrante|Gallagher|Horvat|Iqbal|Jurak|Kowalczyk|Lachlan|Mbeki|Nyström|Oduya|Prentice|Qureshi|Rasmussen|Sato|Thackeray|Ueda|Verhoeven|Wainwright|Yildirim|Zanetti',
);

export const roles = list('Staff writer|Correspondent|Columnist|Features editor|Contributor|Reporter at large');
