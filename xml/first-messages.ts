import {
  addFunction,
  error,
  type ErrorDetail,
  xmlFreeNode,
  xmlGetNodePath,
  xmlUnlinkNode,
  XmlErrorStruct,
  XmlTreeCommonStruct,
} from 'libxml2-wasm/lib/libxml2.mjs';

declare module 'libxml2-wasm/lib/libxml2.mjs' {
  /** Makes a function one that C can call; the library's own types leave it out. */
  export const addFunction: (use: (index: number, pointer: number) => void, signature: string) => number;
}

/**
 * Lets the library validate, and has it stop soon after a number of errors: each costs it the path of a node, which takes as
 * long as the node has siblings. What stands behind the last of them is taken out of the document.
 */
export const firstMessages = (most: number, validate: () => void): void => {
  const { errorCollector } = error;
  const before = bounds;
  bounds = { most, errors: 0, cut: [] };
  error.errorCollector = collector;
  try {
    validate();
  } finally {
    error.errorCollector = errorCollector;
    bounds.cut.forEach(xmlFreeNode);
    bounds = before;
  }
};

interface Bounds {
  readonly most: number;
  errors: number;
  /** Nodes that are in no document any more; the library may still look at them while it validates. */
  readonly cut: number[];
}

let bounds: Bounds = { most: Infinity, errors: 0, cut: [] };

const errorLevel = 2;
const attributeType = 2;

const collector = addFunction((index, pointer) => {
  if (XmlErrorStruct.level(pointer) >= errorLevel) bounds.errors += 1;
  if (bounds.errors > bounds.most) return;
  error.storage.get(index).push(detailOf(pointer));
  if (bounds.errors === bounds.most) cutBehind(XmlErrorStruct.node(pointer));
}, 'vii');

const detailOf = (pointer: number): ErrorDetail => {
  const file = XmlErrorStruct.file(pointer);
  const xpath = xmlGetNodePath(XmlErrorStruct.node(pointer));
  return {
    message: XmlErrorStruct.message(pointer),
    level: XmlErrorStruct.level(pointer),
    line: XmlErrorStruct.line(pointer),
    col: XmlErrorStruct.col(pointer),
    ...(file === null ? {} : { file }),
    ...(xpath === null ? {} : { xpath }),
  };
};

/** An attribute has attributes for siblings, which the library still looks at. */
const cutBehind = (node: number): void => {
  for (let at = node; at !== 0; at = XmlTreeCommonStruct.parent(at)) {
    if (XmlTreeCommonStruct.type(at) === attributeType) continue;
    for (let next = XmlTreeCommonStruct.next(at); next !== 0; next = XmlTreeCommonStruct.next(at)) {
      xmlUnlinkNode(next);
      bounds.cut.push(next);
    }
  }
};
