package io.sluice.cli.log;

import static java.util.stream.Collectors.joining;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Usage;
import io.sluice.cli.terminal.Figures;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.json.JsonObject;
import io.sluice.sinks.sqlite.ArchivedRun;
import io.sluice.stream.Failure;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Timing;
import io.sluice.text.Printable;
import io.sluice.transcript.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All that is known of a kept run, for people. Control characters are made harmless. */
final class RunPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final ArchivedRun run;
  private final StringBuilder text = new StringBuilder();

  RunPage(ArchivedRun run) {
    this.run = run;
  }

  String text() {
    row("id", run.id());
    row("conversation", run.conversation());
    row("started", run.open().started().map(RunPage::local).orElse(""));
    row("model", run.model());
    row("endpoint", run.open().endpoint());
    row("status", run.status());
    run.end().ifPresent(this::end);
    run.counted().ifPresent(json -> row("counted", counted(JsonObject.read(json.text()))));
    passage("asked", run.asked());
    passage("answer", run.answer());
    return text.toString();
  }

  private void end(TranscriptLine.EndLine end) {
    row("error", end.failure().map(Failure::message).orElse(""));
    row("finish", end.finishReasons().stream().map(RunPage::word).collect(joining(", ")));
    row("reported", end.usage().map(RunPage::figures).orElse(""));
    row("timing", timing(end.timing()));
    row("request id", end.head().flatMap(ResponseHead::requestId).orElse(""));
    row("attempts", Integer.toString(end.timing().attempts()));
    row(
        "forgiven",
        end.irregularities().stream()
            .map(kind -> kind.kind().word() + " " + kind.times())
            .collect(joining(", ")));
  }

  private void row(String name, String value) {
    if (!value.isEmpty()) {
      text.append(String.format("%-13s %s\n", name, TerminalText.of(value)));
    }
  }

  private void passage(String name, String words) {
    text.append("--- ").append(name).append(" ---\n");
    text.append(Printable.text(words));
    if (!words.isEmpty() && !words.endsWith("\n")) {
      text.append('\n');
    }
  }

  private static String counted(JsonObject tokens) {
    return Figures.usage(
            tokens.wholeNumber("prompt").orElse(0),
            tokens.wholeNumber("completion").orElse(0),
            tokens.wholeNumber("total").orElse(0))
        + " ("
        + tokens.string("encoding").orElse("")
        + ", "
        + tokens.string("basis").orElse("")
        + ")";
  }

  private static String figures(Usage usage) {
    return Figures.usage(usage.promptTokens(), usage.completionTokens(), usage.totalTokens());
  }

  private static String timing(Timing timing) {
    List<String> marks = new ArrayList<>();
    mark("headers", timing.headers(), marks);
    mark("first chunk", timing.firstChunk(), marks);
    mark("first token", timing.firstToken(), marks);
    mark("first content", timing.firstContent(), marks);
    mark("last token", timing.lastToken(), marks);
    mark("total", timing.total(), marks);
    return String.join(", ", marks);
  }

  private static void mark(String name, Optional<Duration> at, List<String> marks) {
    at.ifPresent(mark -> marks.add(name + " " + mark.toMillis() + " ms"));
  }

  private static String word(Optional<FinishReason> reason) {
    return reason.map(FinishReason::value).orElse("none");
  }

  private static String local(Instant moment) {
    return TIME.format(moment.atZone(ZoneId.systemDefault()));
  }
}
