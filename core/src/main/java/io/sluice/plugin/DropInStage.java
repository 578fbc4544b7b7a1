package io.sluice.plugin;

import io.sluice.sink.StreamContext;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.time.Duration;

/** A stage from a drop-in jar, called with the jar's class loader as the thread's. */
final class DropInStage implements Stage {

  private final String name;
  private final Stage stage;
  private final ClassLoader home;
  private final String origin;

  DropInStage(String name, Stage stage, ClassLoader home, String origin) {
    this.name = name;
    this.stage = stage;
    this.home = home;
    this.origin = origin;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean keepsTheSum() {
    return stage.keepsTheSum();
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    call(() -> stage.onOpen(context));
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    call(() -> stage.onRetry(retry));
  }

  @Override
  public void onChunk(Chunk chunk, Outlet outlet) throws IOException {
    call(() -> stage.onChunk(chunk, outlet));
  }

  @Override
  public void onWake(Outlet outlet) throws IOException {
    call(() -> stage.onWake(outlet));
  }

  @Override
  public boolean onIdle(Duration silence) throws IOException {
    return DropInSink.answer(home, origin, () -> stage.onIdle(silence));
  }

  @Override
  public void onEnd(Outcome outcome, Outlet outlet) throws IOException {
    call(() -> stage.onEnd(outcome, outlet));
  }

  @Override
  public void close() throws IOException {
    call(stage::close);
  }

  private void call(DropInSink.Call call) throws IOException {
    DropInSink.call(home, origin, call);
  }
}
