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
    builder.to("archive", sink).watching();

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

  @Test
  void whatConcernsTheLastSinkNeedsOne() {
    assertThatThrownBy(builder::optional)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there is no sink to change yet; add one with to(name, sink)");
  }

  @Test
  void aBufferHoldsAtLeastOneChunk() {
    builder.to("file", sink);

    assertThatThrownBy(() -> builder.buffered(0, Overflow.BLOCK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a buffer's capacity is 0; use 1 or more");
  }
}
