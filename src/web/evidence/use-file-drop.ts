import { useEffect, useRef, useState } from 'react';

/** A place on which files can be dropped; `over` while they hang above it. */
export function useFileDrop(onFiles: (files: readonly File[]) => void) {
  const place = useRef<HTMLDivElement>(null);
  const take = useRef(onFiles);
  const [over, setOver] = useState(false);
  useEffect(() => {
    take.current = onFiles;
  }, [onFiles]);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const hang = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = () => setOver(false);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take.current([...(event.dataTransfer?.files ?? [])]);
    };
    element.addEventListener('dragover', hang);
    element.addEventListener('dragleave', leave);
    element.addEventListener('drop', drop);
    return () => {
      element.removeEventListener('dragover', hang);
      element.removeEventListener('dragleave', leave);
      element.removeEventListener('drop', drop);
    };
  }, []);
  return { place, over };
}
