package io.sluice.sinks.file;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.nio.file.Path;
import java.util.List;

/** Makes file sinks from options. */
final class FileSinkFactory implements SinkFactory {

  private static final SinkOption PATH =
      SinkOption.of("path", SinkOption.Type.PATH, "the file to write; its folder must exist");

  private static final SinkOption FORMAT =
      SinkOption.oneOf(
          "format",
          List.of("auto", "text", "jsonl"),
          "the answer's text or the transcript; auto: a transcript if the path ends in .jsonl");

  private static final SinkOption OVERWRITE =
      SinkOption.off("overwrite", "replace a file that exists, once the answer has completed");

  private static final SinkOption APPEND =
      SinkOption.off("append", "write after what the file holds, in place");

  @Override
  public Sink create(SinkOptions options) {
    Path path =
        options
            .path(PATH.name())
            .orElseThrow(() -> new IllegalArgumentException("path is missing; use path=FILE"));
    FileSink sink = of(path, options.text(FORMAT.name()).orElseThrow());
    boolean overwrite = options.on(OVERWRITE.name());
    boolean append = options.on(APPEND.name());
    if (overwrite && append) {
      throw new IllegalArgumentException(
          "overwrite=true and append=true exclude each other; use one");
    }
    if (overwrite) {
      return sink.overwriting();
    }
    return append ? sink.appending() : sink;
  }

  @Override
  public List<SinkOption> options() {
    return List.of(PATH, FORMAT, OVERWRITE, APPEND);
  }

  @Override
  public String description() {
    return "writes the answer's text, or the transcript of its run, to a file";
  }

  private static FileSink of(Path path, String format) {
    return switch (format) {
      case "text" -> FileSink.text(path);
      case "jsonl" -> FileSink.jsonl(path);
      default -> path.toString().endsWith(".jsonl") ? FileSink.jsonl(path) : FileSink.text(path);
    };
  }
}
