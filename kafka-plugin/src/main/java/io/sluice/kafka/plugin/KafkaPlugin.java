package io.sluice.kafka.plugin;

import io.sluice.kafka.follow.KafkaRunSourceFactory;
import io.sluice.kafka.queue.KafkaQueueFactory;
import io.sluice.kafka.sink.KafkaSinkFactory;
import io.sluice.plugin.Plugin;

/** Binds the sink {@code kafka}, and the queue and the source of runs of that name. */
public final class KafkaPlugin extends Plugin {

  /** Creates the plugin; {@link java.util.ServiceLoader} calls this. */
  public KafkaPlugin() {}

  @Override
  protected void configure() {
    bindSink("kafka").toInstance(new KafkaSinkFactory());
    bindQueue("kafka").toInstance(new KafkaQueueFactory());
    bindRunSource("kafka").toInstance(new KafkaRunSourceFactory());
  }
}
