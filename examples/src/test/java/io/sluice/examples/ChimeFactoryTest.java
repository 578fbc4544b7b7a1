package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOptions;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.SinkContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChimeFactoryTest extends SinkContract {

  private final Printed printed = new Printed();

  @Override
  protected SinkFactory factory() {
    return new ChimeFactory(printed.stream());
  }

  @Override
  protected Map<String, String> options(Path folder) {
    return Map.of("every", "2");
  }

  @Override
  protected boolean hasOutput() {
    return false;
  }

  @Test
  void itRingsAsOftenAsItIsTold() throws IOException {
    try (Sink chime = sink("2")) {
      for (int i = 0; i < 5; i++) {
        chime.onChunk(Chunks.text("ding"));
      }
    }
    assertThat(printed.text()).isEqualTo("\u0007\u0007");
  }

  @Test
  void neverIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sink("0"))
        .withMessage("every is 0; use 1 or more");
  }

  private Sink sink(String every) throws IOException {
    SinkFactory factory = factory();
    return factory.create(SinkOptions.of(factory.options(), Map.of("every", every)));
  }
}
