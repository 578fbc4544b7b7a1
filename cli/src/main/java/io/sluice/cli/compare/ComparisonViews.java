package io.sluice.cli.compare;

import io.sluice.cli.command.Call;
import io.sluice.cli.screen.Screen;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.Ticker;
import io.sluice.plugin.SinkSpec;
import io.sluice.sinks.console.OutputStyle.Device;
import java.util.List;
import java.util.Optional;

/** Which stage there is for the answers of a comparison. */
final class ComparisonViews {
  private ComparisonViews() {}

  /**
   * Panes where a person looks at a terminal that has room for them. Not beside further sinks:
   * whatever they print on that terminal would be lost with the screen that covers it.
   */
  static ComparisonView of(Call call, List<PreparedRequest> asked, List<SinkSpec> named) {
    Optional<Screen> screen =
        call.streams().screen().filter(present -> call.look().stderr().device() == Device.TERMINAL);
    boolean json = call.arguments().on(FlagKey.JSON);
    boolean seen = call.streams().terminals().out() && !json;
    if (screen.isPresent()
        && seen
        && named.isEmpty()
        && SideBySideView.fit(asked.size(), screen.get())) {
      return new SideBySideView(call, screen.get(), asked, Ticker.ofLine());
    }
    List<String> labels = asked.stream().map(one -> one.variant().label()).toList();
    ComparisonView stage = json ? new HiddenView() : new SequentialView(call, labels);
    if (screen.isEmpty() || call.arguments().on(FlagKey.QUIET)) {
      return stage;
    }
    StatusLineView.Until until =
        json || seen ? StatusLineView.Until.END : StatusLineView.Until.FIRST_TOKEN;
    return new StatusLineView(stage, labels, screen.get()::line, until, Ticker.ofLine());
  }
}
