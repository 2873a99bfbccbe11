import { deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { readFaceFiles, openFaces } from '../../../src/build/share/faces.ts';
import { shareDrawing } from '../../../src/build/share/share-image.ts';
import { samples } from './zz-samples.ts';
const faces=await openFaces(await readFaceFiles());
const cpu=()=>{const u=process.cpuUsage();return (u.user+u.system)/1000};
const words=Object.values(samples).filter(w=>w.headline.length<100);
let a=cpu(); let ds:any[]=[]; const N=10;
for(let i=0;i<N;i++) for (const w of words) ds.push(shareDrawing(faces,{...w,byline:w.byline+' '+i}).svg);
console.log('layout',(cpu()-a)/ds.length); a=cpu();
const px=ds.map((s,i)=>{const p=new Resvg(s,{font:{loadSystemFonts:false}}).render(); return i<9?p.pixels:(p.pixels,null)});
console.log('raster',(cpu()-a)/ds.length); a=cpu();
for(const s of ds.slice(0,30)) new Resvg(s,{font:{loadSystemFonts:false}}).render().asPng();
console.log('raster+aspng',(cpu()-a)/30);
for (const level of [6,7,9]) { a=cpu(); let n=0; const {flatPng}=await import('../../../src/build/share/png.ts'); for(const p of px.slice(0,9)) (globalThis as any).LV=level; n+=(await flatPng(p!,{width:1200,height:630},'#fffdf9',['#1a1815','#4f4a41','#8c1c13'])).length; console.log('flat',level,(cpu()-a)/9,n/9); }
export const main=()=>0;
