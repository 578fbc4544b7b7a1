package io.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RunIdTest {

  private final List<String> seen = new ArrayList<>();

  @Test
  void eachRunHasTheNextName() {
    Iterator<String> names = List.of("one", "two-2").iterator();
    Pipeline pipeline = pipeline(names::next);

    pipeline.run(question());
    pipeline.run(question());

    assertThat(seen).containsExactly("one", "two-2");
  }

  @Test
  void aNameThatCouldBeNoFileIsRefusedBeforeAnythingIsOpened() {
    for (String name : List.of("", "a/b", "..", "a b", "x".repeat(101))) {
      assertThatThrownBy(() -> pipeline(() -> name).run(question()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the run is named '")
          .hasMessageEndingWith("'; use at most 100 letters, digits and hyphens");
    }
    assertThat(seen).isEmpty();
  }

  private Pipeline pipeline(Supplier<String> names) {
    Sink sink =
        new Sink() {
          @Override
          public void onOpen(StreamContext context) {
            seen.add(context.id());
          }

          @Override
          public void onChunk(Chunk chunk) {}
        };
    return Pipeline.from(TestTransport.completing("x")).runIds(names).to("ids", () -> sink).build();
  }

  private static ChatRequest question() {
    return ChatRequest.of("m", "?");
  }
}
