package io.sluice.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A broker that is its own controller, in this process. Each of its ports is bound before the
 * configuration is written, so no other process can take it, and is bound again at a new start.
 */
public final class TestBroker implements AutoCloseable {

  private static final String CONTROLLER = "CONTROLLER";
  private static final String PLAINTEXT = "PLAINTEXT";
  private static final long SECONDS = 30;

  private final Path folder;
  private final Map<String, String> settings;
  private final Map<String, Integer> ports = new HashMap<>();
  private Running running;

  private TestBroker(Path folder, Map<String, String> settings) throws IOException {
    this.folder = folder;
    this.settings = Map.copyOf(settings);
    this.running = start();
  }

  /** Starts a broker whose data are in a folder, which must be empty. */
  public static TestBroker start(Path folder) throws Exception {
    return start(folder, Map.of(), List.of());
  }

  /**
   * Starts a broker with settings of its own.
   *
   * @param settings broker settings; listeners beyond the two usual ones are taken from {@code
   *     listener.security.protocol.map}
   * @param scram users, as {@code kafka-storage format --add-scram} takes them
   */
  public static TestBroker start(Path folder, Map<String, String> settings, List<String> scram)
      throws Exception {
    var formatter = new Formatter();
    formatter
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .setClusterId("c2x1aWNlLXRlc3QtYnJva2Vy")
        .setNodeId(1)
        .addDirectory(folder.toString())
        .setMetadataLogDirectory(folder.toString())
        .setControllerListenerName(CONTROLLER)
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setScramArguments(scram)
        .run();
    return new TestBroker(folder, settings);
  }

  /** The address of the listener that everybody may use. */
  public String servers() {
    return servers(PLAINTEXT);
  }

  /** The address of a listener. */
  public String servers(String listener) {
    return "127.0.0.1:" + ports.get(listener);
  }

  /** Makes a topic. */
  public void topic(String name, int partitions) throws Exception {
    topic(name, partitions, Map.of());
  }

  /** Makes a topic with settings of its own. */
  public void topic(String name, int partitions, Map<String, String> config) throws Exception {
    try (Admin admin = admin()) {
      await(
          admin
              .createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(config)))
              .all()
              .toCompletionStage()
              .toCompletableFuture());
    }
  }

  /** Has a topic have so many partitions from now on. */
  public void partitions(String topic, int total) throws Exception {
    try (Admin admin = admin()) {
      await(
          admin
              .createPartitions(Map.of(topic, NewPartitions.increaseTo(total)))
              .all()
              .toCompletionStage()
              .toCompletableFuture());
    }
  }

  /** A client for what this class has no method for. */
  public Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", servers()));
  }

  /** Stops the broker; its data and its address stay. */
  public void stop() {
    running.close();
  }

  /** Starts a broker that was stopped, at the same address. */
  public void startAgain() throws IOException {
    running = start();
  }

  @Override
  public void close() {
    running.close();
  }

  private static void await(CompletableFuture<?> done)
      throws ExecutionException, InterruptedException, TimeoutException {
    done.get(SECONDS, TimeUnit.SECONDS);
  }

  private Running start() throws IOException {
    Map<String, ServerSocketChannel> sockets = new HashMap<>();
    for (String listener : listeners()) {
      ServerSocketChannel socket = ServerSocketChannel.open();
      socket.bind(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.getOrDefault(listener, 0)));
      socket.configureBlocking(false);
      ports.put(listener, socket.socket().getLocalPort());
      sockets.put(listener, socket);
    }
    return Running.of(KafkaConfig.fromProps(BrokerProperties.of(folder, ports, settings)), sockets);
  }

  private Collection<String> listeners() {
    return BrokerProperties.listeners(settings);
  }

  /** One start of the broker. */
  private record Running(SharedServer shared, ControllerServer controller, BrokerServer broker) {

    static Running of(KafkaConfig config, Map<String, ServerSocketChannel> sockets) {
      var logDirs =
          KafkaRaftServer.initializeLogDirs(
              config, org.slf4j.LoggerFactory.getLogger(TestBroker.class), "");
      var shared =
          new SharedServer(
              config,
              logDirs._1,
              Time.SYSTEM,
              new Metrics(),
              CompletableFuture.completedFuture(
                  QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
              List.of(),
              new StandardFaultHandlerFactory(),
              (listener, address, backlog, buffer) -> sockets.get(listener));
      var controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), logDirs._2);
      var broker = new BrokerServer(shared);
      controller.startup();
      broker.startup();
      return new Running(shared, controller, broker);
    }

    void close() {
      broker.shutdown();
      controller.shutdown();
    }
  }
}
