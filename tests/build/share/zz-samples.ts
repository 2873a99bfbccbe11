import { writeFileSync, mkdirSync } from 'node:fs';
import { readFaceFiles, openFaces } from '/work/main/src/build/share/faces.ts';
import { sharePng as pngOf } from '/work/main/src/build/share/share-desk.ts';
import { shareDrawing } from '/work/main/src/build/share/share-image.ts';
const P='The Harbour Post';
export const samples = {
 short:{headline:'How to publish',overline:'Making a broadsheet',byline:'By The Standards Desk',publication:'Broadsheet',language:'en-GB'},
 mid:{headline:'A hill in Pyongyang, and the case for an old alliance',overline:'An argument reported',byline:'By M A Hossain',publication:'Broadsheet',language:'en-GB'},
 quotes:{headline:'The word “broadsheet”',overline:'Words',byline:'By Broadsheet',publication:P,language:'en-GB'},
 long:{headline:'The harbour’s last pilot retires after forty-one winters, and the town that never learned his name now wonders who will bring the ships in when the fog stands on the bar, the buoys drag at their chains and the old charts, drawn when the river still ran east of the church, say nothing at all of the sand there',overline:'The long read',byline:'By Ana María Fernández-Quiñones, Bartholomew Featherstonehaugh, Oluwaseun Adébáyọ̀ and Nguyễn Thị Minh Khai',publication:P,language:'en-GB'},
 word:{headline:'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte',overline:'Wörter',byline:'Von Ümit Groß',publication:'Die Zeitschrift für sehr lange Namen und noch viel längere Nebensätze in der Provinz',language:'de'},
 urdu:{headline:'اسکرین پر نستعلیق',overline:'رسمِ خط',byline:'By Urdu desk',publication:'Broadsheet',language:'ur'},
 urdumid:{headline:'آپ کا لکھا آپ ہی کے پاس رہتا ہے',overline:'رازداری',byline:'از اردو ڈیسک',publication:'نشریہ',language:'ur'},
 urdulong:{headline:'بندرگاہ کا آخری ناخدا اکتالیس سردیوں کے بعد رخصت ہوا، اور وہ شہر جس نے کبھی اس کا نام نہ جانا اب سوچتا ہے کہ جب دھند کنارے پر ٹھہر جائے، لنگر اپنی زنجیریں کھینچیں اور پرانے نقشے، جو اس وقت بنے تھے جب دریا گرجے کے مشرق میں بہتا تھا، ریت کے بارے میں کچھ نہ کہیں تو جہازوں کو اندر کون لائے گا',overline:'طویل مطالعہ',byline:'از محمد احمد خان، فاطمہ بی بی، عائشہ صدیقہ اور عبد الرحمٰن چغتائی',publication:'روزنامہ بندرگاہ',language:'ur'},
 mixed:{headline:'In Lahore the word for book is کتاب, a Greek would say βιβλίο and in Moscow книга',overline:'Languages',byline:'By Юрий Гагарин and فاطمہ بی بی',publication:'Broadsheet',language:'en-GB'},
 urdumixed:{headline:'۱۹۸۱ء میں Noori Nastaliq (نوری نستعلیق) نے 1945 کے بعد سب کچھ بدل دیا',overline:'Typography',byline:'از Ana María اور اردو ڈیسک',publication:'Broadsheet',language:'ur'},
 chinese:{headline:'One sentence: 書',overline:'言語',byline:'By Reading Desk',publication:'The Harbour Post',language:'en-GB'},
 viet:{headline:'Người đưa đò cuối cùng rời bến sau bốn mươi mốt mùa đông 🚢',overline:'Phóng sự',byline:'Nguyễn Thị Minh Khai',publication:'Báo Bến Cảng',language:'vi'},
 one:{headline:'Ice',overline:'',byline:'By A',publication:'X',language:'en'},
};
mkdirSync('/tmp/share',{recursive:true});
const t=(process.cpuUsage().user/1000);
const faces=await openFaces(await readFaceFiles());
console.log('faces',(process.cpuUsage().user/1000)-t);
export const main=()=>0;
for (let i=0;i<4;i++) for (const [n,w] of Object.entries(samples)) {
 const a=(process.cpuUsage().user/1000); const d=shareDrawing(faces,w); const b=(process.cpuUsage().user/1000); const png=await pngOf(d.svg); const c=(process.cpuUsage().user/1000);
 writeFileSync(`/tmp/share/${n}.png`,png);
 if(i==3) console.log(n.padEnd(10),(b-a).toFixed(1),(c-b).toFixed(1),png.length,d.blocks.map(x=>(x.baseline+x.block.top|0)+"-"+(x.baseline+x.block.bottom|0)+":"+x.block.size+'/'+x.block.lines.length).join(' '), d.whole);
}
