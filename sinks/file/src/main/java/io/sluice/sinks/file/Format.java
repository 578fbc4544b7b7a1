package io.sluice.sinks.file;

/** What is written. */
enum Format {
  JSONL {
    @Override
    Recording begin(Target target) {
      return new TranscriptRecording(target.out());
    }
  },
  TEXT {
    @Override
    Recording begin(Target target) {
      return new TextRecording(target);
    }
  };

  /** What makes it of the run that is about to begin. */
  abstract Recording begin(Target target);
}
