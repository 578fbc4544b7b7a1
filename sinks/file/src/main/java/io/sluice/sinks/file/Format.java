package io.sluice.sinks.file;

import java.nio.file.Path;
import java.util.Arrays;

/** The formats of a recording. */
enum Format {
  TEXT(".txt") {
    @Override
    RunRecord begin(RecordTarget target) {
      return new TextRecording(target);
    }
  },
  MARKDOWN(".md") {
    @Override
    RunRecord begin(RecordTarget target) {
      return new MarkdownRecording(target);
    }
  },
  JSONL(".jsonl") {
    @Override
    RunRecord begin(RecordTarget target) {
      return new TranscriptRecording(target.out());
    }
  },
  SSE(".sse") {
    @Override
    RunRecord begin(RecordTarget target) {
      return new EventRecording(target.out());
    }
  };

  private final String suffix;

  Format(String suffix) {
    this.suffix = suffix;
  }

  /** The format that a file's name selects; text by default. */
  static Format of(Path path) {
    return Arrays.stream(values())
        .filter(format -> path.toString().endsWith(format.suffix))
        .findFirst()
        .orElse(TEXT);
  }

  /** Starts the recording of a run. */
  abstract RunRecord begin(RecordTarget target);
}
