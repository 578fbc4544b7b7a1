package io.sluice.cli.compare;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Message;
import io.sluice.cli.command.Call;
import io.sluice.cli.run.RequestOptions;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.run.Upstream;
import io.sluice.cli.settings.UsageException;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The servers that answer the requests of a comparison. To be closed after the last answer. */
final class Upstreams implements AutoCloseable {
  private final List<Variant> variants;
  private final Call call;
  private final List<Upstream> open = new ArrayList<>();

  private Upstreams(List<Variant> variants, Call call) {
    this.variants = variants;
    this.call = call;
  }

  /** One server for all requests, unless they differ in the server. */
  static Upstreams open(CompareOptions options, Sinks sinks, Call call) {
    List<Variant> variants = options.variants();
    Dialect dialect = sinks.spoken(variants.get(0).connection().server());
    int servers = options.axis().filter(Axis::ofServers).isPresent() ? variants.size() : 1;
    var upstreams = new Upstreams(variants, call);
    try {
      for (Variant variant : variants.subList(0, servers)) {
        Optional<String> model = variant.request().model();
        upstreams.open.add(Upstream.open(variant.connection(), model, dialect, call));
      }
      return upstreams;
    } catch (RuntimeException refused) {
      upstreams.close();
      throw refused;
    }
  }

  /**
   * The requests, ready to be sent.
   *
   * @throws UsageException if one of them cannot be expressed; then none is sent
   */
  List<PreparedRequest> ask(Message prompt) {
    List<PreparedRequest> all = new ArrayList<>();
    for (Variant variant : variants) {
      Upstream upstream = open.get(Math.min(all.size(), open.size() - 1));
      StreamOptions options = variant.connection().stream(variant.notices(call));
      RequestOptions asked = variant.request();
      ChatRequest request = asked.request(asked.model().orElseGet(upstream::model), prompt);
      check(upstream, request, options);
      all.add(new PreparedRequest(variant, request, options, upstream));
    }
    return all;
  }

  /** A stream is cold: opened and closed again it has sent nothing, but its request was written. */
  private static void check(Upstream upstream, ChatRequest request, StreamOptions options) {
    try {
      upstream.source(request).open(options).close();
    } catch (IllegalArgumentException inexpressible) {
      throw UsageException.of(inexpressible);
    }
  }

  @Override
  public void close() {
    open.forEach(Upstream::close);
  }
}
