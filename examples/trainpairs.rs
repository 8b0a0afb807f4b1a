//! x
use std::io::BufRead;
fn main(){
  let a:Vec<String>=std::env::args().collect();
  if a[1]=="vectors" {
    let f=std::io::BufReader::new(flate2::read::MultiGzDecoder::new(std::fs::File::open(&a[2]).unwrap()));
    let texts:Vec<String>=f.lines().map(|l|{let v:serde_json::Value=serde_json::from_str(&l.unwrap()).unwrap(); format!("{}\n{}",v["title"].as_str().unwrap_or(""),v["text"].as_str().unwrap_or(""))}).collect();
    let mut o=std::fs::File::create(&a[3]).unwrap();
    muqabala::pairs::vectors::train(texts.iter().map(String::as_str),&mut o).unwrap();
  } else {
    let s=muqabala::pairs::train(a[2].as_ref(),a[3].as_ref(),a[4].as_ref()).unwrap();
    println!("{s:?} macro {:.4} two {:.4} agree {:.4} disagree {:.4} other {:.4}", s.macro_f1(), s.two_class(), s.f1(0), s.f1(1), s.f1(2));
  }
}
