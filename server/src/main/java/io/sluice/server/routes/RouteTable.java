package io.sluice.server.routes;

import static io.sluice.server.routes.Methods.Answer.now;

import io.sluice.server.http.Mount;
import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** Every path that is served. Our own come first, then what is mounted. Immutable. */
public final class RouteTable implements Mount {

  private static final String RUNS = "/api/runs";

  private final RunRoutes runs;
  private final RunListing listing;
  private final ModelsRoute models;
  private final SessionRoute session;
  private final AboutRoute about;
  private final PassedRoute passed;
  private final TokensRoute tokens;
  private final Map<String, Mount> mounts = new TreeMap<>(Comparator.reverseOrder());

  /**
   * @param mounts what answers under further paths, by the beginning of the path, of which the
   *     longest counts; a single slash stands for that path alone
   */
  public RouteTable(
      RunRoutes runs,
      RunListing listing,
      ModelsRoute models,
      SessionRoute session,
      AboutRoute about,
      PassedRoute passed,
      TokensRoute tokens,
      Map<String, Mount> mounts) {
    this.runs = runs;
    this.listing = listing;
    this.models = models;
    this.session = session;
    this.about = about;
    this.passed = passed;
    this.tokens = tokens;
    this.mounts.putAll(mounts);
  }

  @Override
  public CompletionStage<Reply> answer(Request request) {
    Optional<Mount> mounted = mounted(request.path());
    return mounted.isPresent() ? mounted.get().answer(request) : own(request);
  }

  private CompletionStage<Reply> own(Request request) {
    return switch (request.path()) {
      case "/" -> Methods.of(request).get(now(about::page));
      case "/healthz" -> Methods.of(request).get(now(asked -> Reply.text(200, "text/plain", "ok")));
      case "/api/about" -> Methods.of(request).get(now(about::json));
      case "/api/session" -> Methods.of(request).post(now(session::open));
      case RUNS -> Methods.of(request).getOrPost(listing::list, now(runs::start));
      case "/api/comparisons" -> Methods.of(request).post(now(runs::compare));
      case "/api/models" -> Methods.of(request).get(models::list);
      case "/api/tokens" -> Methods.of(request).post(tokens::count);
      case "/api/passed" -> Methods.of(request).get(now(passed::list));
      case "/api/search" -> Methods.of(request).get(listing::search);
      case "/api/events" -> Methods.of(request).get(runs::events);
      default -> run(request);
    };
  }

  private CompletionStage<Reply> run(Request request) {
    if (!request.path().startsWith(RUNS + "/")) {
      throw nothingAt(request);
    }
    String[] rest = request.path().substring(RUNS.length() + 1).split("/", -1);
    String id = rest[0];
    if (rest.length == 1) {
      return Methods.of(request)
          .getOrDelete(asked -> runs.show(asked, id), asked -> runs.delete(asked, id));
    }
    return switch (rest.length == 2 ? rest[1] : "") {
      case "stop" -> Methods.of(request).post(asked -> runs.stop(asked, id));
      case "transcript" -> Methods.of(request).get(asked -> runs.transcript(asked, id));
      case "stream" -> Methods.of(request).get(asked -> runs.stream(asked, id));
      default -> throw nothingAt(request);
    };
  }

  /** In reverse order, a longer path comes before one that it begins with. */
  private Optional<Mount> mounted(String path) {
    return mounts.entrySet().stream()
        .filter(mount -> isUnder(path, mount.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean isUnder(String path, String mount) {
    return path.equals(mount)
        || (mount.length() > 1 && path.startsWith(mount.endsWith("/") ? mount : mount + "/"));
  }

  private static Refusal nothingAt(Request request) {
    return Refusal.notFound(
        "there is nothing at '" + request.path() + "'; see 'GET /' for what is");
  }
}
