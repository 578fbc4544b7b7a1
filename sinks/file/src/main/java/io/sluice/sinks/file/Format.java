package io.sluice.sinks.file;

import java.nio.file.Path;

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

  abstract Recording begin(Target target);

  /** The format that a file's name asks for. */
  static Format of(Path path) {
    return path.toString().endsWith(".jsonl") ? JSONL : TEXT;
  }
}
