package io.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whoever embeds Sluice needs nothing but core. */
class EmbeddingTest {

  @Test
  void aPipelineRunsWithoutGuiceOnTheClassPath() throws Exception {
    URL[] coreAndTheseTests = {
      Pipeline.class.getProtectionDomain().getCodeSource().getLocation(),
      Program.class.getProtectionDomain().getCodeSource().getLocation()
    };
    try (var bare = new URLClassLoader(coreAndTheseTests, ClassLoader.getPlatformClassLoader())) {
      assertThatThrownBy(() -> bare.loadClass("com.google.inject.Guice"))
          .isInstanceOf(ClassNotFoundException.class);

      Class<?> program = bare.loadClass(Program.class.getName());

      assertThat(program).isNotSameAs(Program.class);
      assertThat(((Supplier<?>) program.getDeclaredConstructor().newInstance()).get())
          .isEqualTo("xy");
    }
  }

  /** What someone embeds. */
  public static final class Program implements Supplier<String> {

    /** For reflection. */
    public Program() {}

    @Override
    public String get() {
      var text = new StringBuilder();
      Pipeline.from(TestTransport.completing("x", "y"))
          .to("text", chunk -> text.append(chunk.text()))
          .build()
          .run(ChatRequest.of("m", "hi"));
      return text.toString();
    }
  }
}
