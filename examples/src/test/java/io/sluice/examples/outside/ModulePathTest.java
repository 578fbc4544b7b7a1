package io.sluice.examples.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A program that requires the transport and nothing else, as a module and as an image of its own.
 */
@Tag("thorough")
@DisabledOnOs(OS.WINDOWS)
@ExtendWith(InstalledCheckout.class)
@Timeout(value = Checkout.MOST_MINUTES, unit = TimeUnit.MINUTES)
class ModulePathTest {

  private static final String EXEC = "mvn compile org.codehaus.mojo:exec-maven-plugin:3.6.4:exec ";
  private static final String ENDING = "module io.sluice.transport.netty\n";

  private static Checkout checkout;
  private static Path project;

  @BeforeAll
  static void install(Checkout installed) throws IOException {
    checkout = installed;
    project = checkout.project("module-path");
  }

  @Test
  void theProgramRunsOnTheModulePath() throws IOException, InterruptedException {
    String run =
        EXEC
            + "-Dexec.executable=java '-Dexec.args=--module-path %classpath --module"
            + " com.example/com.example.Program URL'";

    assertThat(streamedBy(run)).isNotBlank().endsWith(ENDING);
  }

  @Test
  void anImageOfTheProgramNeedsNoJdk() throws IOException, InterruptedException {
    Path modules = Path.of(System.getProperty("java.home"), "jmods");
    assumeTrue(Files.isDirectory(modules), "this JDK has no jmods: no image can be made with it");
    String link =
        EXEC
            + "-Dexec.executable=jlink"
            + " '-Dexec.args=--module-path %classpath --add-modules com.example"
            + " --launcher program=com.example/com.example.Program --output image'";

    assertThat(streamedBy(link + "\nimage/bin/program URL")).isNotBlank().endsWith(ENDING);
  }

  private static String streamedBy(String script) throws IOException, InterruptedException {
    try (Simulator server = Simulator.start()) {
      return checkout.run(project, script.replace("URL", server.baseUrl().toString()));
    }
  }
}
