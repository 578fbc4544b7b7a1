package io.sluice.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed, pasted and dropped before a question is sent. */
class PromptTest extends BrowserTest {

  /** A picture of one pixel. */
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==";

  private static final String COST = "document.querySelector('.cost').innerText";

  @TempDir private Path folder;

  @Test
  void theTokensOfAQuestionAreToldBeforeItIsSent() {
    Tab tab = open(kept(ServedPage.answering(folder, 0, words(5))));
    tab.focus("#prompt").type("Why is the sky blue?");

    tab.until(COST + ".endsWith(' tokens to send')");
    assertThat(tab.read(COST)).isEqualTo(counted(tab) + " tokens to send");
    tab.press("Enter").until(ENDED).until(COST + " === ''");
    tab.focus("#prompt").type("Why is the sky blue?");

    tab.until(COST + ".endsWith(' tokens to send')");
    assertThat(number(tab)).as("with what was said before").isGreaterThan(2 * 10);
  }

  @Test
  void aPictureThatIsPastedAndATextThatIsDroppedGoAlong() {
    Tab tab = open(kept(ServedPage.answering(folder, 0, words(5))));
    tab.focus("#prompt").type("What is this?");
    tab.read(
        "(() => { const data = new DataTransfer(); const bytes = Uint8Array.from(atob('"
            + PIXEL
            + "'), letter => letter.charCodeAt(0)); data.items.add(new File([bytes], 'dot.png',"
            + " {type: 'image/png'})); document.querySelector('#prompt').dispatchEvent(new"
            + " ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))"
            + " })()");
    tab.until("document.querySelectorAll('.files li').length === 1");
    drop(tab, "new File(['a ``` b'], 'notes.txt', {type: 'text/plain'})");
    tab.until("document.querySelectorAll('.files li').length === 2");
    tab.press("Enter").until(ENDED).until("!document.querySelector('.files')");

    assertThat(sent(tab))
        .contains(
            "data:image/png;base64," + PIXEL,
            "What is this?",
            "notes.txt:\\n\\n````\\na ``` b\\n````");
  }

  @Test
  void aTextThatIsPastedIsTypedAndAFileOfNeitherKindIsRefused() {
    Tab tab = open(kept(ServedPage.answering(folder, 0, words(5))));
    tab.focus("#prompt").type("Before.");
    drop(tab, "new File(['a\\0b'], 'tool.bin', {type: 'application/octet-stream'})");

    tab.untilThereIs(".mark.bad");
    assertThat(tab.text(".mark.bad")).contains("tool.bin is neither a picture nor text");
    assertThat(tab.read("document.querySelector('#prompt').value")).isEqualTo("Before.");
    assertThat(tab.read("document.querySelector('.files')")).isEqualTo("null");
  }

  private static void drop(Tab tab, String file) {
    tab.read(
        "(() => { const data = new DataTransfer(); data.items.add("
            + file
            + "); document.querySelector('.prompt').dispatchEvent(new DragEvent('drop',"
            + " {dataTransfer: data, bubbles: true, cancelable: true})) })()");
  }

  /** The request of the run that is shown. */
  private static String sent(Tab tab) {
    return tab.read(
        "fetch(`/api/runs/${document.querySelector('article').dataset.run}/transcript`)"
            + ".then(reply => reply.text())");
  }

  /** What the server counts for the one question that stands in the prompt. */
  private static String counted(Tab tab) {
    return tab.read(
        "fetch('/api/tokens', {method: 'POST', body: JSON.stringify({request: {model: 'model-a',"
            + " messages: [{role: 'user', content: document.querySelector('#prompt').value}]}})})"
            + ".then(reply => reply.json()).then(told => (told.basis === 'estimated' ? '~' : '') +"
            + " told.tokens)");
  }

  private static int number(Tab tab) {
    return Integer.parseInt(tab.read(COST).replaceAll("\\D", ""));
  }
}
