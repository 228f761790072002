/** Entry of the central server's page. */
import '../ui/no-eval.ts';
import { mount } from 'svelte';
import '@fontsource-variable/noto-sans/wght.css';
import '../ui/base.css';
import { startScheme } from '../ui/scheme.svelte.ts';
import App from './App.svelte';
import { CentreApp } from './centre-app.svelte.ts';
import { takeTokenFromAddress } from './token.ts';

startScheme();
const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');
mount(App, { target, props: { app: new CentreApp(takeTokenFromAddress(location, history)) } });
