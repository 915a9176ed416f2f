// Many WebSocket clients in one epoll process: connects, upgrades, says one message on each (a subscription), then
// notes for SECONDS when which frame arrived.
//   cc -O2 -o watch-topic watch-topic.c && ./watch-topic PORT PATH SOCKETS SECONDS LOG [MESSAGE]
// Prints START when counting begins, one second after the last socket is up, and at the end
//   {"frames":…,"bytes":…,"sockets":…}    text frames and their payload bytes between START and the end.
// LOG gets a line for each text frame of the first socket: its payload, in order; and after a line `--`, for each
// number of an update (`"seq":N`): `N <sockets that got it> <moment of the last one, CLOCK_MONOTONIC s> <bytes>`.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include "common.h"

#define HEAD 224
#define SEQS 65536

typedef struct {
  int fd, header, kept;
  uint64_t length, left;
  unsigned char bytes[10];
  char head[HEAD + 1];
} client;

typedef struct {
  long long seq;
  long sockets, length;
  double last;
} arrival;

static arrival arrivals[SEQS];
static long arrived, frames, payload;
static int counting;
static FILE *log_file;

// 1,000 sockets an address, so that none runs out of ports.
static int dial(int port, int index) {
  int fd = socket(AF_INET, SOCK_STREAM, 0), size = 65536;
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)}, from = {.sin_family = AF_INET};
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  from.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1 + index / 1000);
  setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
  if (bind(fd, (void *)&from, sizeof from)) fail("bind");
  if (connect(fd, (void *)&to, sizeof to)) fail("connect");
  return fd;
}

static void upgrade(int fd, int port, const char *path) {
  char text[4096];
  int have = snprintf(text, sizeof text,
                      "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: Y29taXRpdW0gYmVuY2ghIQ==\r\n\r\n",
                      path, port);
  if (write(fd, text, have) != have) fail("write");
  for (have = 0; have < 4 || memcmp(text + have - 4, "\r\n\r\n", 4); have++)
    if (have == sizeof text || read(fd, text + have, 1) != 1) fail("handshake");
  if (strncmp(text + 9, "101", 3)) fprintf(stderr, "refused: %.*s\n", have, text), exit(1);
}

static void say(int fd, const char *message) {
  unsigned char frame[4104] = {0x81};
  int length = strlen(message), at = 2;
  if (length > 4000) exit(2);
  frame[1] = 0x80 | (length < 126 ? length : 126);
  if (length >= 126) frame[at++] = length >> 8, frame[at++] = length & 255;
  at += 4;
  memcpy(frame + at, message, length);
  if (write(fd, frame, at + length) < 0) fail("write");
}

static arrival *arrival_of(long long seq) {
  for (long i = arrived; i-- > 0 && i >= arrived - 64;)
    if (arrivals[i].seq == seq) return &arrivals[i];
  if (arrived == SEQS) exit(3);
  arrivals[arrived] = (arrival){.seq = seq};
  return &arrivals[arrived++];
}

static void frame_ended(client *c, int first) {
  int opcode = c->bytes[0] & 15;
  if (opcode == 8) fprintf(stderr, "the server closed a socket: %.*s\n", c->kept, c->head), exit(4);
  if (opcode != 1 || !counting) return;
  frames++;
  payload += c->length;
  c->head[c->kept] = 0;
  if (first) fputc('\n', log_file);
  char *seq = strncmp(c->head, "{\"op\":\"update\"", 14) ? NULL : strstr(c->head, "\"seq\":");
  if (seq == NULL) return;
  arrival *a = arrival_of(atoll(seq + 6));
  a->sockets++;
  a->last = now();
  a->length = c->length;
}

static int header_length(client *c) {
  if (c->header < 2) return 2;
  int size = c->bytes[1] & 127;
  return size < 126 ? 2 : size == 126 ? 4 : 10;
}

static void header_ended(client *c) {
  int size = c->bytes[1] & 127, wide = size < 126 ? 0 : size == 126 ? 2 : 8;
  c->length = wide ? 0 : size;
  for (int i = 0; i < wide; i++) c->length = c->length << 8 | c->bytes[2 + i];
  c->left = c->length;
  c->kept = 0;
}

static void take(client *c, const char *data, long size, int first) {
  while (size > 0) {
    if (c->left == 0) {
      c->bytes[c->header++] = *data++, size--;
      if (c->header < header_length(c)) continue;
      header_ended(c);
    }
    long part = c->left < (uint64_t)size ? (long)c->left : size;
    int keep = part < HEAD - c->kept ? part : HEAD - c->kept;
    memcpy(c->head + c->kept, data, keep);
    c->kept += keep;
    if (first && counting && (c->bytes[0] & 15) == 1) fwrite(data, 1, part, log_file);
    c->left -= part, data += part, size -= part;
    if (c->left > 0) return;
    frame_ended(c, first);
    c->header = 0;
  }
}

static void receive(client *all, int ep, double until) {
  static char buffer[262144];
  struct epoll_event events[1024];
  while (now() < until) {
    int n = epoll_wait(ep, events, 1024, 20);
    for (int i = 0; i < n; i++) {
      client *c = &all[events[i].data.u32];
      ssize_t size = read(c->fd, buffer, sizeof buffer);
      if (size == 0) fprintf(stderr, "the server ended a socket\n"), exit(4);
      if (size < 0 && errno != EAGAIN) fail("read");
      if (size > 0) take(c, buffer, size, c == all);
    }
  }
}

int main(int argc, char **argv) {
  if (argc < 6) return fprintf(stderr, "usage: watch-topic PORT PATH SOCKETS SECONDS LOG [MESSAGE]\n"), 2;
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  int port = atoi(argv[1]), sockets = atoi(argv[3]), ep = epoll_create1(0);
  if (!(log_file = fopen(argv[5], "w"))) fail(argv[5]);
  client *all = calloc(sockets, sizeof *all);
  for (int i = 0; i < sockets; i++) {
    all[i].fd = dial(port, i);
    upgrade(all[i].fd, port, argv[2]);
    if (argc > 6) say(all[i].fd, argv[6]);
    fcntl(all[i].fd, F_SETFL, O_NONBLOCK);
    epoll_ctl(ep, EPOLL_CTL_ADD, all[i].fd, &(struct epoll_event){.events = EPOLLIN, .data.u32 = i});
    if (i % 100 == 99) receive(all, ep, now() + 0.001);
  }
  receive(all, ep, now() + 1);
  counting = 1;
  puts("START");
  fflush(stdout);
  receive(all, ep, now() + atof(argv[4]));
  fprintf(log_file, "\n--\n");
  for (long i = 0; i < arrived; i++)
    fprintf(log_file, "%lld %ld %.6f %ld\n", arrivals[i].seq, arrivals[i].sockets, arrivals[i].last, arrivals[i].length);
  fclose(log_file);
  printf("{\"frames\":%ld,\"bytes\":%ld,\"sockets\":%d}\n", frames, payload, sockets);
  return 0;
}
