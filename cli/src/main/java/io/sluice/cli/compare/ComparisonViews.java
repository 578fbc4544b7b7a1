package io.sluice.cli.compare;

import io.sluice.cli.command.Call;
import io.sluice.cli.screen.Screen;
import io.sluice.cli.terminal.Ticker;
import io.sluice.sinks.console.OutputStyle.Device;
import java.util.List;
import java.util.Optional;

/** Chooses the view of the answers of a comparison. */
final class ComparisonViews {
  private ComparisonViews() {}

  /**
   * Panes where a person looks at a terminal that has room for them. Not beside further sinks:
   * whatever they print on that terminal would be lost with the screen that covers it.
   */
  static ComparisonView of(Call call, CompareOptions options, List<PreparedRequest> asked) {
    Optional<Screen> screen =
        call.streams().screen().filter(present -> call.look().stderr().device() == Device.TERMINAL);
    boolean seen = call.streams().terminals().out() && !options.json();
    if (screen.isPresent()
        && seen
        && options.output().sinks().isEmpty()
        && SideBySideView.fit(asked.size(), screen.get())) {
      return new SideBySideView(call, screen.get(), asked, Ticker.ofLine());
    }
    List<String> labels = asked.stream().map(one -> one.variant().label()).toList();
    ComparisonView view =
        options.json() ? new HiddenView() : new SequentialView(call, options.output(), labels);
    if (screen.isEmpty() || call.liveScreen().isEmpty()) {
      return view;
    }
    StatusLineView.Until until =
        options.json() || seen ? StatusLineView.Until.END : StatusLineView.Until.FIRST_TOKEN;
    return new StatusLineView(view, labels, screen.get()::line, until, Ticker.ofLine());
  }
}
