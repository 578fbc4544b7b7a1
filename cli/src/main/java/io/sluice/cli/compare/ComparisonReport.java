package io.sluice.cli.compare;

import io.sluice.chat.Json;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.run.EndLines;
import io.sluice.cli.run.ExitRules;
import io.sluice.cli.run.RunReport;
import io.sluice.cli.screen.Screen;
import io.sluice.json.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of answers that have ended: a table, or all of them as one JSON object. */
final class ComparisonReport {
  /** The names of the table's rows, and a little air. */
  private static final int NAMES = 14;

  private final Call call;
  private final CompareOptions options;

  ComparisonReport(Call call, CompareOptions options) {
    this.call = call;
    this.options = options;
  }

  /** Says it on stdout, and on stderr what went wrong. */
  void say(List<ComparedAnswer> answers) throws IOException {
    if (options.json()) {
      Duration start = ComparedAnswer.start(answers);
      String all =
          answers.stream().map(answer -> json(answer, start)).collect(Collectors.joining(","));
      String line =
          JsonWriter.object(text -> text.field("variants", Json.verbatim("[" + all + "]")));
      call.streams().out().print(line + "\n");
    } else {
      call.streams().out().print("\n" + ComparisonTable.of(answers, widest(answers.size())));
    }
    for (ComparedAnswer answer : answers) {
      PreparedRequest asked = answer.asked();
      new EndLines(call, options.output(), asked.variant().notices(call))
          .say(answer.result(), asked.upstream().answerer(), Optional.of(asked.request()));
    }
  }

  /** The code of the first that did not complete. */
  ExitCode code(List<ComparedAnswer> answers) {
    var rules = new ExitRules(options.output(), call);
    ExitCode code = ExitCode.COMPLETED;
    for (ComparedAnswer answer : answers) {
      code = code.orElse(rules.of(answer.result(), Optional.of(answer.asked().request())));
    }
    return code;
  }

  /** So that a row of the table is a row of the terminal. */
  private int widest(int count) {
    Optional<Screen> screen =
        call.streams().screen().filter(terminal -> call.streams().terminals().out());
    return screen
        .map(terminal -> Math.max(1, (terminal.columns() - NAMES) / count - 2))
        .orElse(Integer.MAX_VALUE);
  }

  private String json(ComparedAnswer answer, Duration start) {
    PreparedRequest asked = answer.asked();
    Map<String, Json> more = new LinkedHashMap<>();
    more.put("label", JsonWriter.json(answer.label()));
    more.put("pace", pace(answer, start));
    return new RunReport(call, options.output(), asked.upstream().answerer(), answer.counting())
        .json(answer.result(), more);
  }

  private static Json pace(ComparedAnswer answer, Duration start) {
    return JsonWriter.json(
        text -> {
          answer.firstToken(start).ifPresent(first -> text.field("first_token_ms", millis(first)));
          text.field("total_ms", millis(answer.total(start)));
          answer
              .progress()
              .longestGap()
              .ifPresent(gap -> text.field("longest_gap_ms", millis(gap)));
        });
  }

  private static double millis(Duration time) {
    return Math.floorDiv(time.toNanos(), 1000L) / 1e3;
  }
}
