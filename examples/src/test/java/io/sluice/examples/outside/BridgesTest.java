package io.sluice.examples.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications of frameworks that stream from the simulator to an HTTP client. */
@Tag("thorough")
@DisabledOnOs(OS.WINDOWS)
@ExtendWith(InstalledCheckout.class)
@Timeout(value = Checkout.MOST_MINUTES, unit = TimeUnit.MINUTES)
class BridgesTest {

  private static final String RUN =
      """
      mvn compile org.codehaus.mojo:exec-maven-plugin:3.6.4:exec %s \
        -Dexec.executable=java -Dexec.args="-cp %%classpath com.example.Program"
      """;
  private static final String STOPPED = "leaving an answer: true\nleaving in silence: true\n";

  private static Checkout checkout;

  @BeforeAll
  static void install(Checkout installed) {
    checkout = installed;
  }

  @Test
  void theClientsOfMvcStopTheirAnswersOnSpringBoot3And4() throws IOException, InterruptedException {
    Path project = checkout.project("boot-mvc");
    for (String version : List.of("3.5.7", "4.0.7")) {
      assertThat(checkout.run(project, RUN.formatted("-Dboot.version=" + version)))
          .as(version)
          .endsWith(STOPPED + "health: true\nobservations: true\n");
    }
  }

  @Test
  void theClientsOfWebFluxStopTheirAnswers() throws IOException, InterruptedException {
    assertThat(checkout.run(checkout.project("boot-webflux"), RUN.formatted(""))).endsWith(STOPPED);
  }

  @Test
  void quarkusManagesTheVersions() throws IOException, InterruptedException {
    assertThat(checkout.run(checkout.project("quarkus-bom"), RUN.formatted("")))
        .endsWith("\nCOMPLETED\n");
  }
}
