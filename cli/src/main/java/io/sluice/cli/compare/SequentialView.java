package io.sluice.cli.compare;

import io.sluice.accumulate.ProgressAccumulator;
import io.sluice.cli.command.Call;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.terminal.Sgr;
import io.sluice.pipeline.Pipeline;
import io.sluice.sink.Sink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints answers one after the other, each under its name: the first of those that have not ended
 * as it comes. The others wait in memory, within the bound that every answer has, and none of them
 * waits for a reader of the first.
 */
final class SequentialView implements ComparisonView {
  private final Call call;
  private final OutputOptions output;
  private final List<Turn> turns = new ArrayList<>();
  private int current;
  private volatile @Nullable IOException refused;

  SequentialView(Call call, OutputOptions output, List<String> labels) {
    this.call = call;
    this.output = output;
    labels.forEach(label -> turns.add(new Turn(label)));
  }

  @Override
  public Sink printing(int number) {
    return output.console(call, turns.get(number));
  }

  @Override
  public void watch(int number, ProgressAccumulator progress, Pipeline.Builder pipeline) {}

  @Override
  public void begin() {
    turns.get(0).goLive("");
  }

  @Override
  public synchronized void over(int number) {
    turns.get(number).over = true;
    while (current < turns.size() && turns.get(current).over) {
      current++;
      if (current < turns.size()) {
        turns.get(current).goLive("\n");
      }
    }
  }

  @Override
  public void close() {}

  private String head(String label) {
    String head = "--- " + label + " ---";
    return (call.look().stdout().styled() ? Sgr.bold(head) : head) + "\n";
  }

  /** What one of them prints. */
  private final class Turn extends OutputStream {
    private final String label;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private boolean live;
    private boolean over;

    Turn(String label) {
      this.label = label;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
      IOException earlier = refused;
      if (earlier != null) {
        throw new IOException(earlier.getMessage(), earlier);
      }
      if (live) {
        call.streams().out().write(bytes, offset, length);
      } else {
        waiting.write(bytes, offset, length);
      }
    }

    @Override
    public synchronized void flush() throws IOException {
      if (live) {
        call.streams().out().flush();
      }
    }

    /** A refusal is not reported here, but the next write reports it. */
    synchronized void goLive(String before) {
      live = true;
      try {
        call.streams().out().print(before + head(label));
        waiting.writeTo(call.streams().out());
        flush();
      } catch (IOException gone) {
        refused = gone;
      }
      waiting.reset();
    }
  }
}
