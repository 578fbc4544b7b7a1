package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.batch.Batch;
import io.sluice.bench.run.Bench;
import io.sluice.dialects.anthropic.AnthropicDialect;
import io.sluice.dialects.bedrock.BedrockDialect;
import io.sluice.dialects.cohere.CohereDialect;
import io.sluice.dialects.gemini.GeminiDialect;
import io.sluice.dialects.ollama.OllamaDialect;
import io.sluice.dialects.responses.ResponsesDialect;
import io.sluice.page.BrowserPage;
import io.sluice.plugin.Plugin;
import io.sluice.server.Server;
import io.sluice.settings.Settings;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.junit.SimulatorExtension;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.sinks.exec.ExecSink;
import io.sluice.sinks.file.FileSink;
import io.sluice.sinks.sqlite.SqliteSink;
import io.sluice.sinks.tokens.TokenSink;
import io.sluice.sinks.webhook.WebhookSink;
import io.sluice.stages.Stages;
import io.sluice.testkit.SinkContract;
import io.sluice.tokens.TokenCounter;
import io.sluice.transport.netty.NettyTransport;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each module's public API, which are the public classes of the packages that it exports, is the
 * one in its {@code api.txt}. It lives with the command because only here every module is on the
 * class path.
 */
class PublicApiTest {
  /** A class of each module, by the module's folder. */
  private static final Map<String, Class<?>> MODULES =
      Map.ofEntries(
          Map.entry("batch", Batch.class),
          Map.entry("bench", Bench.class),
          Map.entry("core", Plugin.class),
          Map.entry("dialects/anthropic", AnthropicDialect.class),
          Map.entry("dialects/bedrock", BedrockDialect.class),
          Map.entry("dialects/cohere", CohereDialect.class),
          Map.entry("dialects/gemini", GeminiDialect.class),
          Map.entry("dialects/ollama", OllamaDialect.class),
          Map.entry("dialects/responses", ResponsesDialect.class),
          Map.entry("testing/simulator", Simulator.class),
          Map.entry("testing/simulator-junit", SimulatorExtension.class),
          Map.entry("server", Server.class),
          Map.entry("page", BrowserPage.class),
          Map.entry("settings", Settings.class),
          Map.entry("sinks/console", ConsoleSink.class),
          Map.entry("sinks/exec", ExecSink.class),
          Map.entry("sinks/file", FileSink.class),
          Map.entry("sinks/sqlite", SqliteSink.class),
          Map.entry("sinks/tokens", TokenSink.class),
          Map.entry("sinks/webhook", WebhookSink.class),
          Map.entry("stages", Stages.class),
          Map.entry("testing/testkit", SinkContract.class),
          Map.entry("tokens", TokenCounter.class),
          Map.entry("transport-netty", NettyTransport.class));

  private static final Pattern EXPORTED = Pattern.compile("(?m)^  exports ([\\w.]+);");

  static Stream<String> modules() {
    return MODULES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void thePublicApiIsTheOneThatIsListed(String module) throws Exception {
    Class<?> one = Objects.requireNonNull(MODULES.get(module));

    Set<String> exported = exportedBy(module);
    Stream<Class<?>> api =
        classesBeside(one).stream().filter(type -> exported.contains(type.getPackageName()));
    Golden.compare(Path.of("..", module, "api.txt"), ApiListing.of(api));
  }

  private static Set<String> exportedBy(String module) throws IOException {
    Path descriptor = Path.of("..", module, "src/main/java/module-info.java");
    Set<String> exported =
        EXPORTED
            .matcher(Files.readString(descriptor))
            .results()
            .map(each -> each.group(1))
            .collect(Collectors.toSet());
    assertThat(exported).as("packages that %s exports", module).isNotEmpty();
    return exported;
  }

  /** All classes of the folder, or of the jar, that holds this one. */
  private static List<Class<?>> classesBeside(Class<?> one) throws Exception {
    Path place = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return classesUnder(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return classesUnder(jar.getPath("/"));
    }
  }

  private static List<Class<?>> classesUnder(Path root) throws Exception {
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = root.relativize(file).toString().replace('/', '.').replace('\\', '.');
        boolean ofTheBuild = name.contains(".build."); // It runs, and then is in no jar.
        if (name.endsWith(".class") && !name.endsWith("-info.class") && !ofTheBuild) {
          String type = name.substring(0, name.length() - ".class".length());
          classes.add(Class.forName(type, false, PublicApiTest.class.getClassLoader()));
        }
      }
    }
    return classes;
  }
}
