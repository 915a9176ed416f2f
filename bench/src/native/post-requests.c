// Sends HTTP requests that were written down beforehand over keep-alive connections, one in flight on each, and times
// the answers. As light as it can be, because it shares the processors with the server that is measured.
//   cc -O2 -o post-requests post-requests.c && ./post-requests PORT FILE CONNECTIONS FROM COUNT PER_SECOND [TIMES_FILE]
// FILE holds records: 4 bytes of length (little endian), then the request. PER_SECOND 0 sends as fast as answers come.
// What is answered by 200 or 201 counts as created.
// Prints {"created":…,"accepted":…,"refused":…,"seconds":…,"p50":…,"p99":…} (ms); the first refusal goes to stderr.
// TIMES_FILE gets the moment (CLOCK_MONOTONIC, s) at which each accepted sheet was answered, in that order.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "common.h"

#define ANSWER 65536

typedef struct {
  int fd;
  const char *request;
  uint32_t length, sent;
  int have;
  double since;
  char answer[ANSWER + 1];
} connection;

typedef struct {
  const char *at, *end;
  long left, count, done, created, accepted;
  double start, per_second;
  double *latency;
  FILE *times;
  int ep;
} run;

static int dial(int port) {
  int fd = dial_plain(port), one = 1;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  fcntl(fd, F_SETFL, O_NONBLOCK);
  return fd;
}

static void push(run *r, connection *c) {
  while (c->sent < c->length) {
    ssize_t n = write(c->fd, c->request + c->sent, c->length - c->sent);
    if (n < 0 && errno != EAGAIN) fail("write");
    if (n < 0) break;
    c->sent += n;
  }
  struct epoll_event want = {.events = c->sent < c->length ? EPOLLIN | EPOLLOUT : EPOLLIN, .data.ptr = c};
  static int known[1 << 16];
  int op = known[c->fd] ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
  if (known[c->fd] == (int)want.events) return;
  known[c->fd] = want.events;
  epoll_ctl(r->ep, op, c->fd, &want);
}

// Whether the next request was due and has been sent.
static int send_next(run *r, connection *c) {
  double t = now();
  if (r->left == 0) return 0;
  double due = r->start + (r->count - r->left) / (r->per_second > 0 ? r->per_second : 1);
  if (r->per_second > 0 && due > t) return 0;
  uint32_t length;
  memcpy(&length, r->at, 4);
  c->request = r->at + 4, c->length = length, c->sent = 0, c->have = 0;
  c->since = r->per_second > 0 ? due : t;
  r->at += 4 + length;
  r->left--;
  push(r, c);
  return 1;
}

// Whether the whole answer is there.
static int complete(connection *c) {
  char *end = memmem(c->answer, c->have, "\r\n\r\n", 4);
  if (end == NULL) return 0;
  char *field = strcasestr(c->answer, "\r\ncontent-length:");
  if (field == NULL || field > end) {
    fprintf(stderr, "an answer without a length: %.300s\n", c->answer);
    exit(1);
  }
  return c->have >= (end + 4 - c->answer) + atol(field + 17);
}

static void note_answer(run *r, connection *c) {
  static int told;
  double t = now();
  r->latency[r->done++] = t - c->since;
  int created = !strncmp(c->answer + 9, "20", 2);
  r->created += created;
  if (created && strstr(c->answer, "\"status\":\"accepted\"")) {
    r->accepted++;
    if (r->times) fprintf(r->times, "%.6f\n", t);
  }
  if (!created && !told++) fprintf(stderr, "refused: %.900s\n", c->answer);
}

static int read_answer(run *r, connection *c) {
  ssize_t n = read(c->fd, c->answer + c->have, ANSWER - c->have);
  if (n < 0 && errno == EAGAIN) return 0;
  if (n <= 0) fail("read");
  c->have += n;
  c->answer[c->have] = 0;
  if (!complete(c)) return 0;
  note_answer(r, c);
  return 1;
}

static int by_size(const void *a, const void *b) {
  double d = *(double *)a - *(double *)b;
  return d < 0 ? -1 : d > 0;
}

static void open_records(run *r, const char *path, long from) {
  int fd = open(path, O_RDONLY);
  struct stat info;
  if (fd < 0 || fstat(fd, &info)) fail(path);
  r->at = mmap(0, info.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
  if (r->at == MAP_FAILED) fail("mmap");
  r->end = r->at + info.st_size;
  for (uint32_t length; from > 0 && r->at < r->end; from--, r->at += 4 + length) memcpy(&length, r->at, 4);
  const char *last = r->at;
  for (uint32_t length; r->left < r->count && last < r->end; r->left++, last += 4 + length) memcpy(&length, last, 4);
  r->count = r->left;
}

static void drive(run *r, connection *all, int connections) {
  connection **idle = malloc(sizeof *idle * connections);
  int waiting = 0;
  struct epoll_event events[256];
  for (int i = 0; i < connections; i++)
    if (!send_next(r, &all[i])) idle[waiting++] = &all[i];
  while (r->done < r->count) {
    int n = epoll_wait(r->ep, events, 256, r->per_second > 0 ? 1 : 1000);
    for (int i = 0; i < n; i++) {
      connection *c = events[i].data.ptr;
      if (events[i].events & EPOLLOUT) push(r, c);
      if ((events[i].events & ~EPOLLOUT) && read_answer(r, c) && !send_next(r, c)) idle[waiting++] = c;
    }
    while (waiting > 0 && r->left > 0 && send_next(r, idle[waiting - 1])) waiting--;
  }
}

int main(int argc, char **argv) {
  if (argc < 7) return fprintf(stderr, "usage: post-requests PORT FILE CONNECTIONS FROM COUNT PER_SECOND [TIMES_FILE]\n"), 2;
  int connections = atoi(argv[3]);
  run r = {.count = atol(argv[5]), .per_second = atof(argv[6]), .ep = epoll_create1(0)};
  open_records(&r, argv[2], atol(argv[4]));
  r.latency = calloc(r.count + 1, sizeof *r.latency);
  if (argc > 7 && !(r.times = fopen(argv[7], "w"))) fail(argv[7]);
  connection *all = calloc(connections, sizeof *all);
  for (int i = 0; i < connections; i++) all[i].fd = dial(atoi(argv[1]));
  r.start = now();
  drive(&r, all, connections);
  double seconds = now() - r.start;
  if (r.times) fclose(r.times);
  qsort(r.latency, r.done, sizeof *r.latency, by_size);
  printf("{\"created\":%ld,\"accepted\":%ld,\"refused\":%ld,\"seconds\":%.4f,\"p50\":%.2f,\"p99\":%.2f}\n", r.created,
         r.accepted, r.done - r.created, seconds, r.latency[r.done / 2] * 1e3, r.latency[(long)(r.done * 0.99)] * 1e3);
  return 0;
}
