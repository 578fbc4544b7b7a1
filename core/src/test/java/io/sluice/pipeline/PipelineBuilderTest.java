package io.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sink.Sink;
import org.junit.jupiter.api.Test;

class PipelineBuilderTest {

  private final Sink sink = chunk -> {};
  private final Pipeline.Builder builder = Pipeline.from(TestTransport.completing("x"));

  @Test
  void twoSinksOfOneNameAreRefused() {
    builder.to("file", sink).to("file", sink);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two sinks are named 'file'; give each a name of its own");
  }

  @Test
  void aPipelineWithoutSinksIsRefused() {
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pipeline needs a sink; add one with to(name, sink)");
  }

  @Test
  void sinksThatOnlyWatchAreNoPipeline() {
    builder.to("archive", sink, Delivery.watching());

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pipeline needs a sink; add one with to(name, sink)");
  }

  @Test
  void aBlankNameIsRefused() {
    assertThatThrownBy(() -> builder.to(" ", sink))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a sink needs a name that is not blank");
  }
}
