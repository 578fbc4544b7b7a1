package io.sluice.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker of the other tests is a real one. */
class TestBrokerTest {

  @Test
  void itKeepsItsRecordsAndItsAddressWhenItIsStartedAgain(@TempDir Path folder) throws Exception {
    try (TestBroker broker = TestBroker.start(folder)) {
      broker.topic("words", 1);
      Map<String, Object> client = Map.of("bootstrap.servers", broker.servers());
      try (var producer =
          new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
        producer.send(new ProducerRecord<>("words", "k", "hello")).get(30, TimeUnit.SECONDS);
      }
      broker.stop();

      broker.startAgain();

      try (var consumer =
          new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
        consumer.assign(List.of(new TopicPartition("words", 0)));
        consumer.seekToBeginning(consumer.assignment());
        assertThat(consumer.poll(Duration.ofSeconds(30)))
            .extracting(record -> record.value())
            .containsExactly("hello");
      }
    }
  }
}
