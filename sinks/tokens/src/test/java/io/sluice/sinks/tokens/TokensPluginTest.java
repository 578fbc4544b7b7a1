package io.sluice.sinks.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.plugin.Plugins;
import io.sluice.plugin.SinkSpec;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensPluginTest {

  private final Plugins registry = Plugins.load(List.of());

  @Test
  void registryMakesAFreshSinkEachTime() throws IOException {
    var spec = SinkSpec.parse("tokens:format=json,encoding=cl100k_base,every=5");
    try (var one = registry.sink(spec);
        var other = registry.sink(spec)) {
      assertThat(one).isInstanceOf(TokenSink.class).isNotSameAs(other);
    }
    assertThat(registry.problems()).isEmpty();
  }

  @Test
  void unknownEncodingIsRefusedWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> registry.sink(SinkSpec.parse("tokens:encoding=o200k")))
        .withMessage(
            "sink 'tokens': option 'encoding' is 'o200k'; use one of model, o200k_base,"
                + " cl100k_base, p50k_base, r50k_base");
  }
}
