package io.sluice.sinks.tokens;

import io.sluice.sink.SinkFactory;
import io.sluice.testkit.SinkContract;
import java.nio.file.Path;
import java.util.Map;

/** Its report is of tokens, whole answer or not; there is nothing lasting to tell (D7). */
class TokenSinkContractTest extends SinkContract {

  @Override
  protected SinkFactory factory() {
    return options -> TokenSink.reporting(report -> {});
  }

  @Override
  protected Map<String, String> options(Path folder) {
    return Map.of();
  }

  /** The figures go to the caller, who keeps them or not. */
  @Override
  protected boolean hasOutput() {
    return false;
  }
}
