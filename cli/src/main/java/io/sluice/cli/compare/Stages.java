package io.sluice.cli.compare;

import io.sluice.cli.command.Call;
import io.sluice.cli.screen.Screen;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.Ticks;
import io.sluice.plugin.SinkSpec;
import io.sluice.sinks.console.OutputStyle.Device;
import java.util.List;
import java.util.Optional;

/** Which stage there is for the answers of a comparison. */
final class Stages {
  private Stages() {}

  /**
   * Panes where a person looks at a terminal that has room for them. Not beside further sinks:
   * whatever they print on that terminal would be lost with the screen that covers it.
   */
  static Stage of(Call call, List<Asked> asked, List<SinkSpec> named) {
    Optional<Screen> screen =
        call.streams().screen().filter(present -> call.look().stderr().device() == Device.TERMINAL);
    boolean json = call.arguments().on(FlagKey.JSON);
    boolean seen = call.streams().terminals().out() && !json;
    if (screen.isPresent() && seen && named.isEmpty() && Panes.fit(asked.size(), screen.get())) {
      return new Panes(call, screen.get(), asked, Ticks.ofLine());
    }
    List<String> labels = asked.stream().map(one -> one.variant().label()).toList();
    Stage stage = json ? new Unseen() : new InTurn(call, labels);
    if (screen.isEmpty() || call.arguments().on(FlagKey.QUIET)) {
      return stage;
    }
    WithLine.Until until = json || seen ? WithLine.Until.END : WithLine.Until.FIRST_TOKEN;
    return new WithLine(stage, labels, screen.get()::line, until, Ticks.ofLine());
  }
}
