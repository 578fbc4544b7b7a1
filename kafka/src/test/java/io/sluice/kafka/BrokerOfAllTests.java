package io.sluice.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one broker for the whole module, since each takes seconds to start. They tell their
 * records apart by their topics.
 */
public final class BrokerOfAllTests implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestBroker.class;
  }

  @Override
  public TestBroker resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(BrokerOfAllTests.class))
        .computeIfAbsent(Kept.class, key -> Kept.start(), Kept.class)
        .broker();
  }

  /** The broker, until the last test has ended. */
  private record Kept(TestBroker broker, Path folder) implements AutoCloseable {

    static Kept start() {
      try {
        Path folder = Files.createTempDirectory("sluice-broker");
        return new Kept(TestBroker.start(folder), folder);
      } catch (Exception failed) {
        throw new IllegalStateException("the broker of the tests does not start", failed);
      }
    }

    @Override
    public void close() throws IOException {
      broker.close();
      List<Path> files;
      try (Stream<Path> all = Files.walk(folder)) {
        files = all.sorted(Comparator.reverseOrder()).toList();
      }
      files.forEach(Kept::delete);
    }

    private static void delete(Path file) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException kept) {
        throw new UncheckedIOException(kept);
      }
    }
  }
}
