export { planCommand } from './plan-command.ts';
export { planUsage } from './plan-options.ts';
