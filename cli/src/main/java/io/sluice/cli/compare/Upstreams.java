package io.sluice.cli.compare;

import io.sluice.chat.ChatRequest;
import io.sluice.cli.command.Call;
import io.sluice.cli.run.ConnectionFlags;
import io.sluice.cli.run.RequestFlags;
import io.sluice.cli.run.Upstream;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The servers that answer the requests of a comparison. To be closed after the last answer. */
final class Upstreams implements AutoCloseable {
  private final List<Variant> variants;
  private final List<Upstream> open = new ArrayList<>();

  private Upstreams(List<Variant> variants) {
    this.variants = variants;
  }

  /** One server for all requests, unless they differ in the server. */
  static Upstreams open(List<Variant> variants, Dialect dialect) {
    var upstreams = new Upstreams(variants);
    Call first = variants.get(0).call();
    try {
      if (Axis.of(first.arguments()).filter(Axis::ofServers).isPresent()) {
        variants.forEach(variant -> upstreams.open.add(Upstream.open(variant.call(), dialect)));
      } else {
        upstreams.open.add(Upstream.open(first, dialect));
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
  List<PreparedRequest> ask(String prompt) {
    List<PreparedRequest> all = new ArrayList<>();
    for (Variant variant : variants) {
      Upstream upstream = open.get(Math.min(all.size(), open.size() - 1));
      Call call = variant.call();
      StreamOptions options = ConnectionFlags.options(call, variant.notices());
      Optional<String> model = call.arguments().value(FlagKey.MODEL).map(SettingValue::text);
      ChatRequest request =
          RequestFlags.request(call.arguments(), model.orElseGet(upstream::model), prompt);
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
