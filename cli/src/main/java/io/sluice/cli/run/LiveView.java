package io.sluice.cli.run;

import io.sluice.cli.command.Call;
import io.sluice.cli.live.LiveSink;
import io.sluice.cli.live.ProgressLabel;
import io.sluice.cli.live.TokenMeter;
import io.sluice.cli.screen.Screen;
import io.sluice.cli.terminal.Sgr;
import io.sluice.cli.terminal.Ticker;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Overflow;
import io.sluice.pipeline.Pipeline;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.sinks.console.OutputStyle.Device;
import io.sluice.sinks.console.ReasoningSink;
import io.sluice.tokens.ModelEncoding;
import java.util.Optional;
import java.util.function.Consumer;

/** What a person at a terminal sees of a run beside the answer: all of it on stderr. */
final class LiveView {
  /** Chunks that may wait to be counted. */
  private static final int UNCOUNTED = 1024;

  private final Call call;
  private final OutputOptions output;
  private final Optional<Screen> screen;

  LiveView(Call call, OutputOptions output) {
    this.call = call;
    this.output = output;
    this.screen = call.liveScreen();
  }

  /**
   * Adds the line that tells how far the answer is, and what the model thinks. To be called before
   * whatever prints the answer is added: the line makes way for it. Nothing streams for its sake.
   *
   * @param console what prints the text, where the command itself does
   */
  void addTo(Pipeline.Builder pipeline, ProgressLabel label, ConsoleSink console) {
    screen
        .filter(present -> call.look().stderr().device() == Device.TERMINAL)
        .ifPresent(present -> addLine(pipeline, label, shows(), present::line));
    if (showsReasoning()) {
      pipeline.to("reasoning", reasoning().interrupting(console), Delivery.watching());
    }
  }

  private ReasoningSink reasoning() {
    ReasoningSink reasoning = ReasoningSink.to(call.streams().err()).toTerminal();
    if (call.look().stderr().styled()) {
      reasoning = reasoning.dimmed();
    }
    return output.wrap() && screen.isPresent()
        ? reasoning.wrappedAt(screen.get()::columns)
        : reasoning;
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

  private LiveSink.Shows shows() {
    OutputOptions.Owner owner = output.owner();
    if (owner == OutputOptions.Owner.JSON) {
      return LiveSink.Shows.NOTHING;
    }
    // A named console writes past the screen; and a program that reads the pipe may write to this
    // terminal.
    if (owner == OutputOptions.Owner.NAMED_CONSOLE || !call.streams().terminals().out()) {
      return LiveSink.Shows.ELSEWHERE;
    }
    boolean events = owner == OutputOptions.Owner.EVENTS || owner == OutputOptions.Owner.COMMAND;
    return events || showsReasoning() ? LiveSink.Shows.ALL : LiveSink.Shows.TEXT;
  }

  private boolean showsReasoning() {
    return screen.isPresent() && output.printsText() && output.reasoning();
  }
}
