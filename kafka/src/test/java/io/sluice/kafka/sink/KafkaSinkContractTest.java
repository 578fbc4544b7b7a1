package io.sluice.kafka.sink;

import io.sluice.kafka.BrokerOfAllTests;
import io.sluice.kafka.TestBroker;
import io.sluice.kafka.TopicReader;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOptions;
import io.sluice.testkit.SinkContract;
import io.sluice.testkit.TestContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** What it leaves for a reader is a topic. The producer is the factory's, with its threads. */
@ExtendWith(BrokerOfAllTests.class)
class KafkaSinkContractTest extends SinkContract {

  private static final KafkaSinkFactory FACTORY = new KafkaSinkFactory();
  private static @Nullable TestBroker broker;

  @BeforeAll
  static void connect(TestBroker started) throws IOException {
    broker = started;
    // The producer's threads are there from its first run on, whoever has the next.
    try (var sink = FACTORY.create(SinkOptions.of(FACTORY.options(), options("first")))) {
      sink.onOpen(TestContext.usual());
    }
  }

  @AfterAll
  static void disconnect() {
    FACTORY.close();
  }

  @Override
  protected SinkFactory factory() {
    return FACTORY;
  }

  @Override
  protected Map<String, String> options(Path folder) {
    return options(topic(folder));
  }

  @Override
  protected Map<String, String> written(Path folder) {
    return Map.of("topic", String.join("\n", TopicReader.lines(started(), topic(folder))));
  }

  private static Map<String, String> options(String topic) {
    return Map.of("servers", started().servers(), "topic", topic, "create", "yes");
  }

  private static String topic(Path folder) {
    return folder.toString().replaceAll("[^A-Za-z0-9]+", "-").substring(1);
  }

  private static TestBroker started() {
    if (broker == null) {
      throw new IllegalStateException("no broker was started in this JVM");
    }
    return broker;
  }
}
