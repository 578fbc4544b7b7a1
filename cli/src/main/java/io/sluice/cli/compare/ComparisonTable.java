package io.sluice.cli.compare;

import io.sluice.chat.FinishReason;
import io.sluice.cli.screen.Cells;
import io.sluice.cli.terminal.Figures;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.stream.Outcome;
import io.sluice.tokens.TokenCount;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of answers side by side, a column each. */
final class ComparisonTable {
  private static final String NONE = "-";
  private static final String BETWEEN = "  ";

  private ComparisonTable() {}

  /** The table, each row a line; names of answers that are wider than {@code widest} are cut. */
  static String of(List<ComparedAnswer> answers, int widest) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    rows.put("", answers.stream().map(answer -> Cells.cut(answer.label(), widest)).toList());
    Duration start = ComparedAnswer.start(answers);
    List<Map<String, String>> figures =
        answers.stream().map(answer -> figures(answer, start)).toList();
    for (String name : figures.get(0).keySet()) {
      rows.put(name, figures.stream().map(column -> column.getOrDefault(name, NONE)).toList());
    }
    int names = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    var table = new StringBuilder();
    rows.forEach(
        (name, row) -> {
          table.append(name).append(" ".repeat(names - name.length()));
          for (int column = 0; column < row.size(); column++) {
            table.append(BETWEEN).append(right(row.get(column), width(rows, column)));
          }
          table.append('\n');
        });
    return table.toString();
  }

  private static Map<String, String> figures(ComparedAnswer answer, Duration start) {
    Outcome outcome = answer.outcome();
    TokenCount tokens = answer.tokens();
    String rate = Figures.perSecond(tokens.tokens(), outcome.timing().generating());
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("first token", answer.firstToken(start).map(Figures::time).orElse(NONE));
    figures.put("total", Figures.time(answer.total(start)));
    figures.put("tokens", Figures.count(tokens));
    figures.put("tokens/s", rate.isEmpty() ? NONE : rate);
    figures.put("chunks", Long.toString(outcome.chunks()));
    figures.put("longest gap", answer.progress().longestGap().map(Figures::time).orElse(NONE));
    figures.put("finish reason", reason(outcome));
    figures.put("status", outcome.status().text());
    return figures;
  }

  private static String reason(Outcome outcome) {
    return outcome
        .completion()
        .finishReason()
        .map(FinishReason::value)
        .map(TerminalText::of)
        .orElse(NONE);
  }

  private static int width(Map<String, List<String>> rows, int column) {
    return rows.values().stream().mapToInt(row -> Cells.of(row.get(column))).max().orElse(0);
  }

  private static String right(String text, int width) {
    return " ".repeat(width - Cells.of(text)) + text;
  }
}
