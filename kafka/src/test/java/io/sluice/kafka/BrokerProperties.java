package io.sluice.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of a broker of the tests: small, and quick to start. */
final class BrokerProperties {

  private static final String PROTOCOLS = "listener.security.protocol.map";
  private static final String USUAL = "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT";

  private BrokerProperties() {}

  static List<String> listeners(Map<String, String> settings) {
    return Stream.of(settings.getOrDefault(PROTOCOLS, USUAL).split(","))
        .map(entry -> entry.substring(0, entry.indexOf(':')))
        .toList();
  }

  static Properties of(Path folder, Map<String, Integer> ports, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("process.roles", "broker,controller");
    all.put("node.id", "1");
    all.put("log.dirs", folder.toString());
    all.put(PROTOCOLS, USUAL);
    all.put("listeners", urls(ports, ""));
    all.put("advertised.listeners", urls(ports, "CONTROLLER"));
    all.put("controller.listener.names", "CONTROLLER");
    all.put("controller.quorum.voters", "1@127.0.0.1:" + ports.get("CONTROLLER"));
    all.put("inter.broker.listener.name", "PLAINTEXT");
    for (String topic :
        List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
      all.put(topic + ".num.partitions", "1");
      all.put(topic + ".replication.factor", "1");
    }
    all.put("transaction.state.log.min.isr", "1");
    all.put("share.coordinator.state.topic.min.isr", "1");
    all.put("group.initial.rebalance.delay.ms", "0");
    all.put("log.cleaner.dedupe.buffer.size", "2097152"); // It would take 128 MB.
    all.put("num.network.threads", "1");
    all.put("num.io.threads", "2");
    all.put("auto.create.topics.enable", "false");
    all.put("controlled.shutdown.enable", "false"); // Nobody else could take its partitions.
    all.putAll(settings);
    var properties = new Properties();
    properties.putAll(all);
    return properties;
  }

  private static String urls(Map<String, Integer> ports, String without) {
    return ports.entrySet().stream()
        .filter(port -> !port.getKey().equals(without))
        .map(port -> port.getKey() + "://127.0.0.1:" + port.getValue())
        .collect(Collectors.joining(","));
  }
}
