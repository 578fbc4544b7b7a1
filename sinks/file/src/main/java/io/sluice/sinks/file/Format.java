package io.sluice.sinks.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.sink.Sink;
import io.sluice.transcript.TranscriptSink;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The formats of a recording. */
enum Format {
  TEXT(".txt") {
    @Override
    Sink begin(RecordTarget target) {
      return new TextRecording(target, Optional.empty());
    }
  },
  MARKDOWN(".md") {
    @Override
    Sink begin(RecordTarget target) {
      return new MarkdownRecording(target);
    }
  },
  JSONL(".jsonl") {
    @Override
    Sink begin(RecordTarget target) {
      return TranscriptSink.to(line -> target.out().write(line.getBytes(UTF_8)));
    }
  },
  SSE(".sse") {
    @Override
    Sink begin(RecordTarget target) {
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

  /**
   * Returns the sink that writes the format to {@code target}. What it is told has left for the
   * file when its call returns, each line or event of a record in one write; it closes nothing.
   */
  abstract Sink begin(RecordTarget target);
}
