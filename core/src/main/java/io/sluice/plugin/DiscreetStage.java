package io.sluice.plugin;

import io.sluice.sink.SinkOptions;
import io.sluice.sink.StreamContext;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;

/** A stage that was given secrets, none of which is in what it throws. */
final class DiscreetStage implements Stage {

  private final Stage stage;
  private final SinkOptions options;

  private DiscreetStage(Stage stage, SinkOptions options) {
    this.stage = stage;
    this.options = options;
  }

  /** The stage that is made; as it is, if these options hold no secret. */
  static Stage made(SinkOptions options, Discretion.Making<Stage> making) throws IOException {
    if (!options.hasSecrets()) {
      return making.make();
    }
    return new DiscreetStage(Discretion.make(options, making), options);
  }

  @Override
  public String name() {
    return stage.name();
  }

  @Override
  public boolean keepsTheSum() {
    return stage.keepsTheSum();
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    Discretion.call(options, () -> stage.onOpen(context));
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    Discretion.call(options, () -> stage.onRetry(retry));
  }

  @Override
  public void onChunk(Chunk chunk, Outlet outlet) throws IOException {
    Discretion.call(options, () -> stage.onChunk(chunk, outlet));
  }

  @Override
  public void onWake(Outlet outlet) throws IOException {
    Discretion.call(options, () -> stage.onWake(outlet));
  }

  @Override
  public void onEnd(Outcome outcome, Outlet outlet) throws IOException {
    Discretion.call(options, () -> stage.onEnd(outcome, outlet));
  }

  @Override
  public void close() throws IOException {
    Discretion.call(options, stage::close);
  }
}
