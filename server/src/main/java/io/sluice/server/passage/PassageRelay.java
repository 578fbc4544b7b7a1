package io.sluice.server.passage;

import io.netty.handler.codec.http.HttpRequest;
import io.sluice.server.count.UnrecordedCounts;
import io.sluice.server.count.UnrecordedRequest;
import io.sluice.server.front.ClientSide;
import io.sluice.server.front.Relay;
import io.sluice.server.front.RelayedRequest;
import io.sluice.server.gate.Gate;
import io.sluice.server.http.Refusal;
import io.sluice.server.http.Request;
import io.sluice.server.passage.Passage.Lending;
import io.sluice.server.passage.Passage.Way;
import io.sluice.server.runs.RunShelf;
import io.sluice.transport.netty.HttpUpstream;
import io.sluice.transport.netty.ReceivedAnswer;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Passes requests on to the endpoints of a passage. Thread-safe. */
@SuppressWarnings("exports") // public for the server alone
public final class PassageRelay implements Relay, AutoCloseable {

  private static final long SETTLING = 2;

  private final Passage passage;
  private final RunShelf shelf;
  private final String owner;
  private final UnrecordedCounts counts;
  private final Map<String, RecordedPaths> paths = new HashMap<>();
  private final PassageThreads threads = new PassageThreads();
  private final Set<RunRecord> beginning = ConcurrentHashMap.newKeySet();

  /**
   * @param shelf where recorded runs are kept
   * @param owner who has the runs of clients that show no token
   * @param counts where requests that are not recorded are counted
   */
  public PassageRelay(Passage passage, RunShelf shelf, String owner, UnrecordedCounts counts) {
    this.passage = passage;
    this.shelf = shelf;
    this.owner = owner;
    this.counts = counts;
    passage.ways().forEach((name, way) -> paths.put(name, recorded(way.upstream())));
  }

  @Override
  public boolean takes(String path) {
    return PassedPath.isOne(path);
  }

  @Override
  public RelayedRequest begin(Request request, HttpRequest head, Gate gate, ClientSide client) {
    PassedPath named = PassedPath.of(head.uri(), passage.ways().keySet());
    Way way = Optional.ofNullable(passage.ways().get(named.endpoint())).orElseThrow();
    URI baseUrl = way.upstream().endpoint().baseUrl();
    PassedPath path = named.below(baseUrl);
    SentHead sent = SentHead.of(request, head, passage);
    Optional<String> token = token(sent, gate);
    refuseTokenIn(path, gate);
    sent.forgetTokens(gate);
    String caller = passage.key() == KeyUse.OWN ? gate.keyHolder(request) : token.orElse(owner);
    gate.credentials().rights().check(caller, path.endpoint());
    CompletionStage<Optional<EndpointKey>> key = key(way, sent, token);
    Optional<RunRecord> record = record(caller, path, way.upstream(), sent, key);
    record.ifPresent(
        recorded -> {
          sent.acceptReadable();
          beginning.add(recorded);
          recorded.settled().thenRun(() -> beginning.remove(recorded));
        });
    Optional<UnrecordedRequest> count =
        record.isPresent()
            ? Optional.empty()
            : Optional.of(
                new UnrecordedRequest(
                    counts, caller, path.endpoint(), head.method().name(), path.below()));
    var terms = PassedTerms.of(passage, path.endpoint(), record, count, sent.detachment());
    var permission = ContinueWait.begin(head, client);
    var answer = new AnswerPassing(client, terms, permission);
    var passed = new PassedRequest(client, record, permission, answer);
    passed.begin(
        ready(key, record, permission),
        own -> way.upstream().pass(client.loop(), sent.message(path, baseUrl, own), answer));
    return passed;
  }

  /**
   * Waits until the shelf has every run whose request is whole or answered, {@value #SETTLING}
   * seconds at most.
   */
  public void settle() {
    CompletableFuture.allOf(
            beginning.stream()
                .filter(RunRecord::isBegun)
                .map(RunRecord::settled)
                .toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, SETTLING, TimeUnit.SECONDS)
        .join();
  }

  @Override
  public void close() {
    threads.close();
  }

  /** A record that is required is begun with the whole request, which must be let come for that. */
  private CompletionStage<Optional<EndpointKey>> ready(
      CompletionStage<Optional<EndpointKey>> key,
      Optional<RunRecord> record,
      ContinueWait permission) {
    if (record.isEmpty() || passage.record() != Recording.REQUIRED) {
      return key;
    }
    permission.say();
    return key.thenCombine(record.get().open(), (own, open) -> own);
  }

  /** The name of the token of ours that a client shows where its key belongs. */
  private static Optional<String> token(SentHead sent, Gate gate) {
    return EndpointKey.secretsIn(sent.fields()).stream()
        .flatMap(text -> gate.tokenName(text).stream())
        .findFirst();
  }

  private static void refuseTokenIn(PassedPath path, Gate gate) {
    if (path.queryValues().stream().anyMatch(value -> gate.tokenName(value).isPresent())) {
      throw tokenForKey();
    }
  }

  private static Refusal tokenForKey() {
    return new Refusal(
        401,
        "token_for_key",
        "a token of this server was sent where a key of the endpoint belongs; send that key, or"
            + " have the server use its own");
  }

  /**
   * The key that a request gets in place of its own; empty if it keeps that. A token of ours is
   * never passed on.
   *
   * @throws Refusal if that is all that the client shows for a key
   */
  private CompletionStage<Optional<EndpointKey>> key(
      Way way, SentHead sent, Optional<String> token) {
    boolean unkeyed = token.isPresent() || !EndpointKey.isIn(sent.fields());
    boolean lent = way.lends() == Lending.YES && unkeyed;
    if (passage.key() == KeyUse.FORWARD && !lent) {
      if (token.isPresent()) {
        throw tokenForKey();
      }
      return CompletableFuture.completedStage(Optional.empty());
    }
    Endpoint endpoint = way.upstream().endpoint();
    if (endpoint.signs()) {
      throw UpstreamRefusal.unsigned(endpoint.baseUrl().getHost());
    }
    Dialect dialect = way.upstream().dialect();
    Executor place = endpoint.asksForKeys() ? threads.keys() : Runnable::run;
    return CompletableFuture.supplyAsync(
        () -> Optional.of(EndpointKey.of(endpoint, dialect)), place);
  }

  private Optional<RunRecord> record(
      String caller,
      PassedPath path,
      HttpUpstream upstream,
      SentHead sent,
      CompletionStage<Optional<EndpointKey>> key) {
    Optional<Dialect> dialect =
        sent.isPost()
            ? Optional.ofNullable(paths.get(path.endpoint())).orElseThrow().dialect(path.below())
            : Optional.empty();
    return dialect.map(
        known ->
            new RunRecord(
                    shelf,
                    threads.recording(),
                    caller,
                    path.endpoint(),
                    new RequestCopy(sent.fields()),
                    new ReceivedAnswer(upstream.endpoint(), known, threads.recording()))
                .masking(secrets(sent, key)));
  }

  private static CompletionStage<List<String>> secrets(
      SentHead sent, CompletionStage<Optional<EndpointKey>> key) {
    List<String> ofClient = EndpointKey.secretsIn(sent.fields());
    return key.thenApply(
        own -> {
          List<String> all = new ArrayList<>(ofClient);
          own.map(EndpointKey::secrets).ifPresent(all::addAll);
          return all;
        });
  }

  private RecordedPaths recorded(HttpUpstream upstream) {
    List<Dialect> dialects = new ArrayList<>();
    dialects.add(upstream.dialect());
    dialects.addAll(passage.dialects());
    return new RecordedPaths(upstream.endpoint().baseUrl(), dialects);
  }
}
