package io.sluice.cli.run;

import io.sluice.cli.command.Call;
import io.sluice.cli.command.Flag;
import io.sluice.cli.live.LiveSink;
import io.sluice.cli.live.ProgressLabel;
import io.sluice.cli.live.TokenMeter;
import io.sluice.cli.screen.Screen;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.Sgr;
import io.sluice.cli.terminal.Ticker;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Overflow;
import io.sluice.pipeline.Pipeline;
import io.sluice.sinks.console.OutputStyle.Device;
import io.sluice.sinks.console.ReasoningSink;
import io.sluice.tokens.ModelEncoding;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.OptionSpec;

/** What a person at a terminal sees of a run beside the answer: all of it on stderr. */
final class LiveView {
  /** Chunks that may wait to be counted. */
  private static final int UNCOUNTED = 1024;

  private final Call call;
  private final Optional<Screen> screen;

  private LiveView(Call call, Optional<Screen> screen) {
    this.call = call;
    this.screen = screen;
  }

  /** Nothing under {@code --quiet}, and where stderr is no terminal. */
  static LiveView of(Call call) {
    boolean quiet = call.arguments().on(FlagKey.QUIET);
    Optional<Screen> screen = call.streams().screen().filter(present -> !quiet);
    return new LiveView(call, screen);
  }

  static OptionSpec reasoning() {
    return Flag.on(FlagKey.NO_REASONING, "do not show on stderr what the model thinks");
  }

  /** Whether a person watches. */
  boolean on() {
    return screen.isPresent();
  }

  /**
   * Adds the line that tells how far the answer is, and what the model thinks. To be called before
   * whatever prints the answer is added: the line makes way for it. Nothing streams for its sake.
   */
  void addTo(Pipeline.Builder pipeline, ProgressLabel label, Output.Owner owner) {
    screen
        .filter(present -> call.look().stderr().device() == Device.TERMINAL)
        .ifPresent(present -> addLine(pipeline, label, shows(owner), present::line));
    if (showsReasoning(owner)) {
      ReasoningSink reasoning = ReasoningSink.to(call.streams().err()).toTerminal();
      boolean colors = call.look().stderr().styled();
      pipeline.to("reasoning", colors ? reasoning.dimmed() : reasoning, Delivery.watching());
    }
  }

  private void addLine(
      Pipeline.Builder pipeline, ProgressLabel label, LiveSink.Shows shows, Consumer<String> line) {
    var meter = new TokenMeter(ModelEncoding.of(label.model()));
    Consumer<String> styled =
        call.look().stderr().styled()
            ? said -> line.accept(said.isEmpty() ? said : Sgr.dim(said))
            : line;
    var live =
        new LiveSink(
            label.text(), meter::counted, styled, shows, Ticker.ofLine(), System::nanoTime);
    pipeline.to("line", live, Delivery.watching());
    pipeline.to("meter", meter, Delivery.watching().buffered(UNCOUNTED, Overflow.BLOCK));
  }

  private LiveSink.Shows shows(Output.Owner owner) {
    if (owner == Output.Owner.JSON) {
      return LiveSink.Shows.NOTHING;
    }
    // A named console writes past the screen; and a program that reads the pipe may write to this
    // terminal.
    if (owner == Output.Owner.NAMED_CONSOLE || !call.streams().terminals().out()) {
      return LiveSink.Shows.ELSEWHERE;
    }
    boolean all = owner == Output.Owner.EVENTS || showsReasoning(owner);
    return all ? LiveSink.Shows.ALL : LiveSink.Shows.TEXT;
  }

  private boolean showsReasoning(Output.Owner owner) {
    boolean text = owner == Output.Owner.IMPLIED_CONSOLE || owner == Output.Owner.NAMED_CONSOLE;
    return on() && text && !call.arguments().on(FlagKey.NO_REASONING);
  }
}
