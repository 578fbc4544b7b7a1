package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar of a sink as it is built, in the command as it is built, on each JDK of this machine. */
@Tag("thorough")
@DisabledOnOs(OS.WINDOWS)
class DropInJarTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int MOST_MINUTES = 4;

  private final Map<String, String> received = new ConcurrentHashMap<>();

  @TempDir private Path folder;

  /** This JDK, and the others beside it that can run the command. */
  static List<Path> homes() throws IOException {
    Path own = Path.of(System.getProperty("java.home"));
    List<Path> homes = new ArrayList<>(List.of(own));
    try (Stream<Path> beside = Files.list(Optional.ofNullable(own.getParent()).orElse(own))) {
      beside
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .filter(home -> home.getFileName().toString().matches(".*\\b(2[1-9])\\b.*"))
          .forEach(homes::add);
    }
    return homes;
  }

  private static Optional<Path> built(String module, String file) {
    return Stream.of("target/" + file, "target/quick/" + file)
        .map(ROOT.resolve(module)::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  @ParameterizedTest
  @MethodSource("homes")
  @Timeout(value = MOST_MINUTES, unit = TimeUnit.MINUTES)
  void aJarThatWasAddedReportsWhatTheCommandDoes(Path home) throws Exception {
    Optional<Path> command = built("cli", "sluice.jar");
    assumeThat(command).as("the command is not built: ./mvnw package -Pquick").isPresent();
    assumeThat(built("sinks/opentelemetry-plugin", jarName()))
        .as("the jar of the sink is not built: ./mvnw package -Pquick")
        .isPresent();
    Path java = home.resolve("bin/java");

    assertThat(run(java, command.get(), "plugins", "add", "otel")).doesNotContain("WARNING");
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try {
      receiver.createContext("/", this::receive);
      receiver.start();
      String sink = "otel:endpoint=http://127.0.0.1:" + receiver.getAddress().getPort();

      String said =
          run(java, command.get(), "--offline", "--sink", sink, "--sink", "console", "Hello");

      assertThat(said).doesNotContain("WARNING", "sink 'otel'");
      assertThat(received.get("/v1/traces")).contains("gen_ai.request.model", "sluice.run.id");
      assertThat(received.get("/v1/metrics")).contains("gen_ai.client.operation.duration");
    } finally {
      receiver.stop(0);
    }
  }

  private static String jarName() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    String version = pom.replaceFirst("(?s).*?<version>([^<]+)</version>.*", "$1");
    return "sluice-sink-opentelemetry-plugin-" + version + ".jar";
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      received.merge(
          exchange.getRequestURI().getPath(),
          new String(body, StandardCharsets.ISO_8859_1),
          String::concat);
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /** Runs the command, which must end well; returns what it said on stderr. */
  private String run(Path java, Path jar, String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-Dsluice.launcher=" + ROOT.resolve("sluice"),
                "-jar",
                jar.toString()));
    command.addAll(List.of(words));
    File err = folder.resolve("err").toFile();
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(err);
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.environment().clear();
    builder.environment().put("HOME", folder.toString());
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
      String said = Files.readString(err.toPath());
      assertThat(process.exitValue()).as(said).isZero();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
