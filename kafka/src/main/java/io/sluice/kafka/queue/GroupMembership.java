package io.sluice.kafka.queue;

/** Takes part in a group, and moves jobs between the brokers and an exchange. Used once. */
@FunctionalInterface
interface GroupMembership {

  /**
   * Returns when the exchange is closed, and everything that was settled is kept.
   *
   * @throws org.apache.kafka.common.KafkaException if that cannot be done
   */
  void run(JobExchange exchange) throws InterruptedException;
}
