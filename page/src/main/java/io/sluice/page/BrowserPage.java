package io.sluice.page;

import io.sluice.server.ServerBuilder;
import io.sluice.server.http.Mount;
import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The page of a server: {@code GET /} and the files under {@code /assets/}. A browser keeps the
 * files and asks each time whether they have changed. Thread-safe.
 */
public final class BrowserPage implements Mount {

  /** Where the document of the page is. */
  private static final String DOCUMENT = "/";

  private static final String ASSETS = "/assets";

  /** Nothing but files of this server runs, is shown or is asked; no text becomes HTML. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types sluice";

  private final PageFiles files = new PageFiles();

  private BrowserPage() {}

  /** Adds the page to a server. */
  public static ServerBuilder addTo(ServerBuilder server) {
    var page = create();
    return server.mount(DOCUMENT, page).mount(ASSETS, page);
  }

  static BrowserPage create() {
    return new BrowserPage();
  }

  /** Answers with a file, with 304 if the browser has it, or with 404. */
  @Override
  public CompletionStage<Reply> answer(Request request) {
    if (!request.method().equals("GET")) {
      throw new Refusal(
          405, "wrong_method", "'" + request.path() + "' is only read; use the method GET");
    }
    return CompletableFuture.completedFuture(
        file(request.path())
            .map(file -> reply(request, file))
            .orElseThrow(() -> Refusal.notFound("the page has no file '" + request.path() + "'")));
  }

  private Optional<PageFile> file(String path) {
    return path.equals(DOCUMENT)
        ? files.find("index.html")
        : Optional.of(path)
            .filter(asset -> asset.startsWith(ASSETS + "/"))
            .flatMap(asset -> files.find(asset.substring(ASSETS.length() + 1)));
  }

  private static Reply reply(Request request, PageFile file) {
    boolean known = request.headers("If-None-Match").contains(file.tag());
    return (known ? Reply.empty(304) : Reply.text(200, file.type(), file.text()))
        .with("ETag", file.tag())
        .with("Cache-Control", "no-cache")
        .with("Content-Security-Policy", POLICY)
        .with("Cross-Origin-Opener-Policy", "same-origin");
  }
}
