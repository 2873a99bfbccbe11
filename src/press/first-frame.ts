/**
 * The app waits until the page has been shown. A browser runs a script that is there as soon as the document is parsed,
 * before it paints the words: on a fast line and a slow processor they come most of a second later. These words stand
 * at the head of the built entry, where nothing of it runs before them; as a module of its own, what awaits at its top
 * would have the bundler take the entry apart. A page that nobody sees is not shown, and waits for nothing.
 */
export const afterFirstFrame =
  "if(document.visibilityState==='visible')await new Promise((go)=>requestAnimationFrame(()=>setTimeout(go)));";
