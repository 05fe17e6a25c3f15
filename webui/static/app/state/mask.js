// The mask of a picture: read from the station, drawn here, saved as a PNG.
import { address, fetchFile, saveMask } from "../api.js";
import { useEffect, useState } from "../preact.js";
import { countPixels, emptyMask, maskFromPixels, pixelsOfMask } from "../pure/mask.js";
import { MaskDrawing } from "../pure/mask_drawing.js";
import { text } from "../texts/texts.js";
import { useNewest } from "./newest.js";
import { messageOf } from "./notices.js";

/** @import { Mask, MaskClass } from "../pure/mask.js" */

/** @param {Size} size */
function canvasOf({ width, height }) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error(text("masks-no-memory"));
  return { canvas, context };
}

/** @param {Picture} picture */
async function readMask({ picture_id: id, mask, width, height }) {
  if (!mask) return emptyMask({ width, height });
  const file = await fetchFile(address.mask(id));
  const bitmap = await createImageBitmap(file);
  const { context } = canvasOf({ width, height });
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return maskFromPixels({ width, height }, context.getImageData(0, 0, width, height).data);
}

/**
 * The PNG file of a mask, whose pixels have the classes' indices.
 * @param {Mask} mask
 * @returns {Promise<Blob>}
 */
function encodeMask(mask) {
  const { canvas, context } = canvasOf(mask);
  context.putImageData(new ImageData(pixelsOfMask(mask), mask.width, mask.height), 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error(text("masks-not-encoded")))),
      "image/png",
    ),
  );
}

/**
 * The drawing of a picture's mask; null until it was read, with the reason where it can't be.
 * @param {Picture} picture
 */
export function useMaskDrawing(picture) {
  const [drawing, setDrawing] = useState(/** @type {MaskDrawing | null} */ (null));
  const [problem, setProblem] = useState(/** @type {string | null} */ (null));
  const newest = useNewest(picture.picture_id);
  useEffect(() => {
    newest
      .take(
        () => readMask(picture),
        (mask) => setDrawing(new MaskDrawing(mask)),
      )
      .catch((error) => setProblem(text("masks-not-shown", { reason: messageOf(error) })));
  }, [newest]);
  return { drawing, problem };
}

/**
 * Saves a picture's mask with those of the classes that it shows; the change, to be undone.
 * @param {Picture} picture
 * @param {Mask} mask shows at least one class
 * @param {MaskClass[]} classes
 */
export async function storeMask({ picture_id: id }, mask, classes) {
  const counts = countPixels(mask);
  const shown = classes.filter(({ index }) => counts.has(index));
  return (await saveMask(id, await encodeMask(mask), shown)).change;
}
