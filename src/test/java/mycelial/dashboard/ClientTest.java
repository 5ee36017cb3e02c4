package mycelial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ClientTest {
  private static final byte[] ALL = {0};
  private static final byte[] MORE = {1};

  private final Client client = new Client();

  @Test
  void getsEverythingBeforeWhatIsNew() throws Exception {
    client.offer(MORE);
    client.restart(ALL);
    client.offer(MORE);

    assertThat(client.next(0)).isSameAs(ALL);
    assertThat(client.next(0)).isSameAs(MORE);
    assertThat(client.next(1)).isNull();
  }

  @Test
  void losesWhatItDidNotReadAndGetsEverythingInstead() throws Exception {
    client.restart(ALL);
    for (int i = 0; i < Client.MOST; i++) {
      client.offer(MORE);
    }

    assertThat(client.needsSnapshot()).isTrue();
    assertThat(client.dropped()).isEqualTo(Client.MOST);
    assertThat(client.next(0)).isNull();
    client.restart(ALL);
    assertThat(client.next(0)).isSameAs(ALL);
  }

  @Test
  void wakesUpWhenItIsClosed() throws Exception {
    Thread waiting = Thread.ofVirtual().start(client::close);

    assertThat(client.next(60_000)).isNull();
    assertThat(client.isClosed()).isTrue();
    waiting.join();
  }
}
