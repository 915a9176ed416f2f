import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasProgram } from '../running/has-program.ts';
import { type RunningProcess, startProcess } from '../running/start-process.ts';
import { temporaryFolder } from '../running/temporary-folder.ts';

const module = '/usr/lib/nginx/modules/ngx_nchan_module.so';

/** Why nginx with nchan cannot be measured here, or null where it can. */
export const nchanMissing = (): string | null => {
  if (!hasProgram('/usr/sbin/nginx')) return 'nginx is not installed (Debian: nginx libnginx-mod-nchan)';
  return existsSync(module) ? null : 'nchan is not installed (Debian: libnginx-mod-nchan)';
};

const configuration = (folder: string, port: number): string => {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  return `load_module ${module};
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1; daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_rlimit_nofile 20000;
events { worker_connections 19000; }
http {
  access_log off; ${temporary}
  server {
    listen 127.0.0.1:${port};
    location = /publish { nchan_publisher; nchan_channel_id all; nchan_message_buffer_length 1; }
    location = /live { nchan_subscriber websocket; nchan_channel_id all; nchan_subscriber_first_message newest; }
  }
}
`;
};

export const startNchan = (port: number): Promise<RunningProcess> => {
  const folder = temporaryFolder('nginx');
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration(folder, port));
  return startProcess({ command: '/usr/sbin/nginx', args: ['-c', file, '-p', folder], port });
};

/** Publishes HZ times a second until told to stop. */
export const publishToNchan = (port: number, frameBytes: number, hz: number): (() => void) => {
  const body = 'x'.repeat(frameBytes);
  const publish = async (): Promise<void> => {
    const answer = await fetch(`http://127.0.0.1:${port}/publish`, { method: 'POST', body });
    await answer.arrayBuffer();
  };
  const timer = setInterval(() => {
    publish().catch((error: unknown) => console.error('nchan took no message', error));
  }, 1000 / hz);
  return () => clearInterval(timer);
};
