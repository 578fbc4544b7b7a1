package io.sluice.cli.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.chat.Usage;
import io.sluice.cli.command.Call;
import io.sluice.cli.screen.Cells;
import io.sluice.cli.terminal.Sgr;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.cli.terminal.VisibleJson;
import io.sluice.json.Utf8;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A chunk in one line of columns, as stdout shows it. */
final class InspectLine {
  private static final String NOTHING = "-";
  private static final String BETWEEN = "  ";
  private static final int ADDED = 24;
  private static final int FINISH = 8;

  private final boolean colored;
  private final boolean terminal;

  InspectLine(Call call) {
    colored = call.look().stdout().styled();
    terminal = call.streams().terminals().out();
  }

  /** The line of a chunk that came so long after the one before it. */
  String of(Chunk chunk, long number, Duration since, Gap gap) {
    String time =
        String.format(
            Locale.ROOT, "%9.1f ms%s", since.toNanos() / 1e6, gap == Gap.LONG ? "!" : " ");
    String id = chunk.origin().id().isEmpty() ? NOTHING : TerminalText.of(chunk.origin().id());
    return String.format(Locale.ROOT, "%4d ", number)
        + (colored && gap == Gap.LONG ? DeltaColors.ofGap(time) : time)
        + " "
        + dimmed(id)
        + BETWEEN
        + padded(deltas(chunk, InspectLine::isAdded), ADDED)
        + BETWEEN
        + padded(deltas(chunk, Delta.Finish.class::isInstance), FINISH)
        + BETWEEN
        + chunk.usage().map(this::figures).orElse(dimmed(NOTHING))
        + "\n";
  }

  /**
   * What came, as it came, its last line ended; on a terminal, what that would obey is spelled as
   * JSON has it.
   */
  byte[] wire(byte[] came) {
    byte[] shown =
        terminal ? VisibleJson.of(Utf8.decode(came, 0, came.length)).getBytes(UTF_8) : came;
    int length = shown.length;
    if (length == 0 || shown[length - 1] == '\n') {
      return shown;
    }
    byte[] ended = Arrays.copyOf(shown, length + 1);
    ended[length] = '\n';
    return ended;
  }

  /** Without what has a column of its own and what every chunk repeats about the answer. */
  private static boolean isAdded(Delta delta) {
    boolean ofChunk = delta instanceof Delta.Other other && other.place() == Delta.Place.CHUNK;
    return !(delta instanceof Delta.Finish) && !ofChunk;
  }

  private String deltas(Chunk chunk, Predicate<Delta> wanted) {
    List<String> parts = chunk.deltas().stream().filter(wanted).map(this::inked).toList();
    return parts.isEmpty() ? dimmed(NOTHING) : String.join(" ", parts);
  }

  private String inked(Delta delta) {
    String said = shown(DeltaText.of(delta));
    return colored ? DeltaColors.of(delta, said) : said;
  }

  private String figures(Usage usage) {
    String figures =
        usage.promptTokens() + "+" + usage.completionTokens() + "=" + usage.totalTokens();
    return colored ? DeltaColors.ofUsage(figures) : figures;
  }

  private String dimmed(String text) {
    return colored ? Sgr.dim(text) : text;
  }

  private String shown(String text) {
    return terminal ? VisibleJson.of(text) : text;
  }

  private static String padded(String text, int cells) {
    return text + " ".repeat(Math.max(0, cells - Cells.of(text)));
  }

  /** Whether the time before a chunk stands out. */
  enum Gap {
    USUAL,
    LONG
  }
}
