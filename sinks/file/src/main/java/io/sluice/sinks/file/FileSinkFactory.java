package io.sluice.sinks.file;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.text.CodeSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes file sinks from options. */
final class FileSinkFactory implements SinkFactory {

  private static final String AUTO = "auto";

  private static final SinkOption PATH =
      SinkOption.of(
              "path",
              SinkOption.Type.PATH,
              "the file to write; its folder must exist; its name may hold {date}, {time}, {model},"
                  + " {id}")
          .required();

  private static final SinkOption FORMAT =
      SinkOption.oneOf(
          "format",
          List.of(AUTO, "text", "markdown", "jsonl", "sse"),
          "what to write; auto goes by the name: .md, .jsonl (a transcript), .sse, else text");

  private static final SinkOption SYNC =
      SinkOption.oneOf(
          "sync",
          List.of("end", "chunk", "none"),
          "when to force it onto the disk: at the end, after each chunk, never");

  private static final SinkOption OVERWRITE =
      SinkOption.off("overwrite", "replace a file that exists, once the answer has completed");

  private static final SinkOption APPEND =
      SinkOption.off("append", "write after what the file holds, in place");

  private static final SinkOption EXTRACT =
      SinkOption.of(
          "extract",
          SinkOption.Type.TEXT,
          "write one code block of the answer: " + CodeSelection.EXPECTED);

  @Override
  public Sink create(SinkOptions options) {
    Path path = options.path(PATH.name()).orElseThrow();
    Optional<CodeSelection> block = options.text(EXTRACT.name()).map(CodeSelection::parse);
    Sync sync = Sync.valueOf(constant(options.text(SYNC.name()).orElseThrow()));
    FileSink sink =
        FileSink.of(path, format(path, block, options))
            .expanding()
            .overwritingBy("pass overwrite=true")
            .syncing(sync);
    sink = block.map(sink::extracting).orElse(sink);
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

  /** A code block may be of any kind, so the name of the file does not matter. */
  private static Format format(Path path, Optional<CodeSelection> block, SinkOptions options) {
    String format = options.text(FORMAT.name()).orElseThrow();
    if (format.equals(AUTO)) {
      return block.isPresent() ? Format.TEXT : Format.of(path);
    }
    return Format.valueOf(constant(format));
  }

  @Override
  public List<SinkOption> options() {
    return List.of(PATH, FORMAT, SYNC, OVERWRITE, APPEND, EXTRACT);
  }

  @Override
  public String description() {
    return "writes the answer, as text or Markdown, or the record of its run to a file";
  }

  private static String constant(String choice) {
    return choice.toUpperCase(Locale.ROOT);
  }
}
