package io.sluice.sinks.console;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.text.CodeSelection;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes console sinks on the process's own streams. It does not use {@code System.out}, which hides
 * that its reader has closed the pipe.
 */
final class ConsoleSinkFactory implements SinkFactory {

  private static final SinkOption TERMINAL =
      SinkOption.oneOf(
          "terminal",
          List.of("auto", "yes", "no"),
          "whether a terminal shows it, so that control characters become visible symbols");

  private static final SinkOption STYLE =
      SinkOption.oneOf(
          "style",
          List.of("auto", "yes", "no"),
          "whether a look takes the place of Markdown's marks: emphasis, code, links and others");

  private static final SinkOption WRAP =
      SinkOption.oneOf(
          ConsoleSink.WRAP,
          List.of("auto", "yes", "no"),
          "whether prose is broken at words where the terminal's row ends");

  private static final SinkOption LINKS =
      SinkOption.oneOf(
          "links",
          List.of("auto", "yes", "no"),
          "whether the terminal can lead from a text to an address, which is then not spelled out");

  private static final SinkOption MARKS =
      SinkOption.oneOf(
          "marks",
          List.of("error", "output", "none"),
          "where a line says that the answer did not complete: standard error, output or nowhere");

  private static final SinkOption EXTRACT =
      SinkOption.of(
          "extract",
          SinkOption.Type.TEXT,
          "print one code block of the answer: " + CodeSelection.EXPECTED);

  @Override
  public Sink create(SinkOptions options) {
    ConsoleSink sink = ConsoleSink.to(new FileOutputStream(FileDescriptor.out));
    sink =
        switch (options.text(MARKS.name()).orElseThrow()) {
          case "error" -> sink.markingOn(standardError());
          case "output" -> sink;
          default -> sink.unmarked();
        };
    OutputStyle style = style(options);
    Optional<CodeSelection> block = options.text(EXTRACT.name()).map(CodeSelection::parse);
    sink = block.map(sink::extracting).orElse(sink).shownAs(style);
    if (style.styled() && isOn(options, LINKS, Hyperlinks.followedBy(System.getenv()))) {
      sink = sink.linking();
    }
    boolean wrap = isOn(options, WRAP, style.isTerminal());
    return wrap ? sink.wrappedAt(ScreenSize.renewed()::columns) : sink;
  }

  private static boolean isOn(SinkOptions options, SinkOption option, boolean detected) {
    String said = options.text(option.name()).orElseThrow();
    return said.equals("auto") ? detected : said.equals("yes");
  }

  @Override
  public List<SinkOption> options() {
    return List.of(TERMINAL, STYLE, WRAP, LINKS, MARKS, EXTRACT);
  }

  @Override
  public String description() {
    return "prints the answer on standard output as it arrives";
  }

  /** The options that select a style. */
  static Map<String, String> options(OutputStyle style) {
    return Map.of(
        TERMINAL.name(),
        style.isTerminal() ? "yes" : "no",
        STYLE.name(),
        style.styled() ? "yes" : "no");
  }

  private static OutputStyle style(SinkOptions options) {
    boolean terminal = isOn(options, TERMINAL, StandardStream.OUTPUT.isTerminal());
    OutputStyle style = OutputStyle.of(terminal, System.getenv());
    return switch (options.text(STYLE.name()).orElseThrow()) {
      case "yes" -> new OutputStyle(style.device(), true);
      case "no" -> style.unstyled();
      default -> style;
    };
  }

  private static OutputStream standardError() {
    return new FileOutputStream(FileDescriptor.err);
  }
}
