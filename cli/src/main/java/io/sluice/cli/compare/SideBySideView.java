package io.sluice.cli.compare;

import io.sluice.accumulate.ProgressAccumulator;
import io.sluice.cli.command.Call;
import io.sluice.cli.screen.Cells;
import io.sluice.cli.screen.Columns;
import io.sluice.cli.screen.Screen;
import io.sluice.cli.terminal.Sgr;
import io.sluice.cli.terminal.Ticker;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Overflow;
import io.sluice.pipeline.Pipeline;
import io.sluice.sink.Sink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Answers side by side: live on a screen that covers the terminal, and at the end, when that is
 * gone, each from its beginning to its end. Mutable; a thread of its own draws.
 */
final class SideBySideView implements ComparisonView {
  /** Chunks that may wait to be counted. */
  private static final int UNCOUNTED = 1024;

  /** The rows above the text and below it. */
  private static final int AROUND = 3;

  private final Call call;
  private final Screen screen;
  private final Ticker ticks;
  private final List<Pane> panes;
  private int frame;

  SideBySideView(Call call, Screen screen, List<PreparedRequest> asked, Ticker ticks) {
    this.call = call;
    this.screen = screen;
    this.ticks = ticks;
    panes = asked.stream().map(Pane::new).toList();
  }

  /** Whether so many have room beside each other. */
  static boolean fit(int count, Screen screen) {
    return Columns.of(count, screen.columns()).readable();
  }

  @Override
  public Sink printing(int number) {
    return panes.get(number).printing();
  }

  @Override
  public void watch(int number, ProgressAccumulator progress, Pipeline.Builder pipeline) {
    Pane pane = panes.get(number);
    pane.watch(progress);
    pipeline.to("meter", pane.meter(), Delivery.watching().buffered(UNCOUNTED, Overflow.BLOCK));
  }

  @Override
  public void begin() {
    screen.cover();
    ticks.start(this::draw);
  }

  @Override
  public void over(int number) {}

  @Override
  public void close() throws IOException {
    ticks.close();
    screen.uncover();
    call.streams().out().print(String.join("\n", all()) + "\n");
  }

  private void draw() {
    frame++;
    panes.forEach(Pane::look);
    Columns columns = Columns.of(panes.size(), screen.columns());
    int height = Math.max(1, screen.height() - AROUND);
    List<String> rows = head(columns);
    rows.addAll(beside(columns, each(pane -> body(pane, columns.width(), height)), height));
    rows.add(row(columns, each(Pane::below), this::dimmed));
    screen.show(rows);
  }

  /** The whole of it; one below the other where the terminal has become too narrow meanwhile. */
  private List<String> all() {
    Columns columns = Columns.of(panes.size(), screen.columns());
    if (!columns.readable()) {
      return each(pane -> "--- " + pane.label() + " ---\n" + pane.text());
    }
    List<List<String>> texts = each(pane -> pane.rows(columns.width(), Integer.MAX_VALUE));
    int height = texts.stream().mapToInt(List::size).max().orElse(0);
    List<String> rows = head(columns);
    rows.addAll(beside(columns, texts, height));
    return rows;
  }

  private List<String> head(Columns columns) {
    List<String> rows = new ArrayList<>();
    rows.add(row(columns, each(Pane::label), label -> colored() ? Sgr.bold(label) : label));
    rows.add(columns.rule());
    return rows;
  }

  private List<String> body(Pane pane, int width, int height) {
    List<String> rows = pane.rows(width, height);
    return rows.isEmpty() ? List.of(dimmed(pane.instead(frame))) : rows;
  }

  private static List<String> beside(Columns columns, List<List<String>> texts, int height) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < height; row++) {
      int at = row;
      rows.add(
          columns.row(texts.stream().map(text -> at < text.size() ? text.get(at) : "").toList()));
    }
    return rows;
  }

  private static String row(Columns columns, List<String> texts, UnaryOperator<String> style) {
    return columns.row(
        texts.stream().map(text -> style.apply(Cells.cut(text, columns.width()))).toList());
  }

  private <T> List<T> each(Function<Pane, T> of) {
    return panes.stream().map(of).toList();
  }

  private String dimmed(String text) {
    return colored() && !text.isEmpty() ? Sgr.dim(text) : text;
  }

  private boolean colored() {
    return call.look().stdout().styled();
  }
}
